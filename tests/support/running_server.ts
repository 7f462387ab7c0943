import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Password of the account `admin` of a {@link RunningServer}. */
export const ADMIN_PASSWORD = "correct-horse-battery-staple";

/** How long a server may take to answer, in ms: a cold start builds and compiles. */
const START_WITHIN_MS = 60_000;

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => typeof address === "object" && address !== null ? resolve(address.port) : reject(address));
    });
  });
}

/** The product's own server as a process of its own, on a data folder that goes with it. It can be killed. */
export class RunningServer {
  readonly origin: string;
  readonly #port: number;
  readonly #folder: string;
  readonly #adminPassword: string | null;
  #process: Deno.ChildProcess | null = null;
  #said = "";

  private constructor(port: number, folder: string, adminPassword: string | null) {
    this.#adminPassword = adminPassword;
    this.#port = port;
    this.#folder = folder;
    this.origin = `http://127.0.0.1:${port}`;
  }

  /**
   * Starts a server with the demo exam, and resolves once it answers.
   *
   * @param adminPassword Null for none: the server then prints one, which {@link printedPassword} finds.
   */
  static async start(adminPassword: string | null = ADMIN_PASSWORD): Promise<RunningServer> {
    const folder = await Deno.makeTempDir({ prefix: "invigil-test-" });
    const server = new RunningServer(await freePort(), folder, adminPassword);
    await server.restart();
    return server;
  }

  /** The password that the first start printed. */
  async printedPassword(): Promise<string> {
    const until = Date.now() + START_WITHIN_MS;
    while (Date.now() < until) {
      const password = /Password of admin, shown this once: (\S+)/.exec(this.#said)?.[1];
      if (password !== undefined) return password;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Cannot test: no password was printed within ${START_WITHIN_MS} ms`);
  }

  async #listen(stdout: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for await (const bytes of stdout) this.#said += decoder.decode(bytes, { stream: true });
  }

  /** Starts the process again on the same port and data. */
  async restart(): Promise<void> {
    const adminPassword = this.#adminPassword;
    this.#process = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--node-modules-dir=manual", "server/main.ts"],
      cwd: ROOT,
      env: {
        PORT: String(this.#port),
        HOST: "127.0.0.1",
        INVIGIL_KV: `${this.#folder}/invigil.kv`,
        INVIGIL_DEMO: "on",
        // Many tests have a server each at the same time; tests/cluster holds those of several instances.
        INVIGIL_WORKERS: "1",
        INVIGIL_SECRET: "a-secret-of-the-tests-0123456789",
        ...(adminPassword === null ? {} : { INVIGIL_ADMIN_PASSWORD: adminPassword }),
      },
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    void this.#listen(this.#process.stdout);
    const until = Date.now() + START_WITHIN_MS;
    while (Date.now() < until) {
      const isUp = await fetch(`${this.origin}/readyz`).then(async (answer) => {
        await answer.body?.cancel();
        return answer.ok;
      }, () => false);
      if (isUp) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Cannot test: the server did not answer within ${START_WITHIN_MS} ms`);
  }

  /** Ends the process as a crash does: no word, no flush. */
  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = null;
    process?.kill("SIGKILL");
    await process?.status;
  }

  /** A staff account's bearer token. */
  async signIn(username = "admin", password = ADMIN_PASSWORD): Promise<string> {
    const body: { token: string } = await this.call("POST", "/api/session", { body: { username, password } });
    return body.token;
  }

  /** Calls the API. @throws {Error} With the answer's text where it is no success. */
  // deno-lint-ignore no-explicit-any
  async call(method: string, path: string, options: { token?: string; body?: unknown } = {}): Promise<any> {
    const response = await fetch(this.origin + path, {
      method,
      headers: {
        "content-type": "application/json",
        ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      },
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === "" ? null : JSON.parse(text);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await Deno.remove(this.#folder, { recursive: true });
  }
}
