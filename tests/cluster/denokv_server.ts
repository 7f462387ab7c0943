import { freePort } from "../support/running_server.ts";

/** Token of the KV servers of tests; they listen on the loopback only. */
export const KV_TOKEN = "a-token-of-the-tests-0123456789";

const READY_WITHIN_MS = 10_000;

/** Where the denokv server is installed, or null. */
export async function findDenokv(): Promise<string | null> {
  for (const path of ["denokv", `${Deno.env.get("HOME") ?? ""}/.cargo/bin/denokv`]) {
    try {
      await new Deno.Command(path, { args: ["--version"], stdout: "null", stderr: "null" }).output();
      return path;
    } catch {
      // Not here.
    }
  }
  return null;
}

/** A real KV server on a file of its own. It can be killed and started again. */
export class DenokvServer {
  readonly port: number;
  readonly #binary: string;
  readonly #file: string;
  #process: Deno.ChildProcess | null = null;

  private constructor(binary: string, file: string, port: number) {
    this.#binary = binary;
    this.#file = file;
    this.port = port;
  }

  static async start(binary: string, folder: string): Promise<DenokvServer> {
    const server = new DenokvServer(binary, `${folder}/shared.sqlite`, await freePort());
    await server.restart();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async restart(): Promise<void> {
    this.#process = new Deno.Command(this.#binary, {
      args: ["--sqlite-path", this.#file, "serve", "--access-token", KV_TOKEN, "--addr", `127.0.0.1:${this.port}`],
      stdout: "null",
      stderr: "null",
    }).spawn();
    const until = performance.now() + READY_WITHIN_MS;
    for (;;) {
      try {
        (await Deno.connect({ port: this.port, hostname: "127.0.0.1" })).close();
        return;
      } catch {
        if (performance.now() > until) throw new Error("denokv did not start");
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** Ends it as a crash does. */
  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = null;
    process?.kill("SIGKILL");
    await process?.status;
  }
}
