import { fileURLToPath } from "node:url";
import { z } from "zod";
import { SessionAnswer } from "../../protocol/session.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { ADMIN_PASSWORD, freePort } from "../support/running_server.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const READY_WITHIN_MS = 30_000;

/** Settings of every instance of a test. */
const ENVIRONMENT = {
  HOST: "127.0.0.1",
  INVIGIL_DEMO: "on",
  INVIGIL_SECRET: "a-secret-of-the-tests-0123456789",
  INVIGIL_ADMIN_PASSWORD: ADMIN_PASSWORD,
  INVIGIL_JOINS_PER_MINUTE: "1000000",
};

/** One process that serves; with `deno serve --parallel` it holds several instances. */
export class Instance {
  readonly port: number;
  readonly #args: string[];
  readonly #env: Record<string, string>;
  #process: Deno.ChildProcess | null = null;

  constructor(port: number, args: string[], env: Record<string, string>) {
    this.port = port;
    this.#args = args;
    this.#env = { ...ENVIRONMENT, ...env, PORT: String(port) };
  }

  static async start(args: string[], env: Record<string, string>): Promise<Instance> {
    const port = await freePort();
    const instance = new Instance(port, args.map((arg) => arg.replace("{port}", String(port))), env);
    await instance.restart();
    return instance;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async restart(): Promise<void> {
    const isShown = Deno.env.get("CLUSTER_LOG") !== undefined;
    this.#process = new Deno.Command(Deno.execPath(), {
      args: [this.#args[0], "--node-modules-dir=manual", ...this.#args.slice(1)],
      cwd: ROOT,
      env: this.#env,
      stdin: "null",
      stdout: isShown ? "inherit" : "null",
      stderr: isShown ? "inherit" : "null",
    }).spawn();
    await this.untilReady(true);
  }

  /** Status of `/readyz`; 0 where nobody answers. */
  async ready(): Promise<number> {
    try {
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(4_000) });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      return 0;
    }
  }

  async untilReady(isWanted: boolean, withinMs = READY_WITHIN_MS): Promise<void> {
    const until = performance.now() + withinMs;
    while ((await this.ready() === 200) !== isWanted) {
      if (performance.now() > until) throw new Error(`${this.url} did not become ${isWanted ? "" : "not "}ready`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async end(signal: Deno.Signal): Promise<void> {
    const process = this.#process;
    this.#process = null;
    try {
      process?.kill(signal);
    } catch {
      // It has ended by itself.
    }
    await process?.status;
  }

  async call(
    method: string,
    path: string,
    token: string | null,
    body?: unknown,
    // deno-lint-ignore no-explicit-any
  ): Promise<{ status: number; body: any }> {
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        "content-type": "application/json",
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.startsWith("application/json") ?? false;
    return { status: answer.status, body: isJson && text !== "" ? JSON.parse(text) : text };
  }

  async signIn(): Promise<string> {
    const body = { username: "admin", password: ADMIN_PASSWORD };
    return SessionAnswer.parse((await this.call("POST", "/api/session", null, body)).body).token;
  }

  async join(name: string, code = "DEMO"): Promise<StartExamAnswer> {
    const answer = await this.call("POST", "/start_exam", null, { code, student: { name } });
    if (answer.status !== 201) throw new Error(`Cannot join: ${answer.status} ${JSON.stringify(answer.body)}`);
    return StartExamAnswer.parse(answer.body);
  }

  /** Publishes an exam with one essay, `q1`. @returns Its id. */
  async publish(code: string, fields: Record<string, unknown> = {}): Promise<string> {
    const document = {
      code,
      title: code,
      duration_minutes: 60,
      questions: [{ id: "q1", type: "essay", text: "Write." }],
      ...fields,
    };
    const answer = await this.call("POST", "/api/exams", await this.signIn(), document);
    return z.object({ exam_id: z.string() }).parse(answer.body).exam_id;
  }
}

/** Waits until a check holds. */
export async function until(what: string, check: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await check())) {
    if (performance.now() > end) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
