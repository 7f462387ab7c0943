import { z } from "zod";
import { AssignStaffAnswer } from "../../protocol/exam_staff.ts";
import { SessionAnswer } from "../../protocol/session.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { type Starting, startServer } from "../../server/start_server.ts";

/** Password of the first account of a test's server. */
export const ADMIN_PASSWORD = "a-long-enough-password-7";

/** An answer of a REST call. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

const ErrorCodeOf = z.object({ error: z.object({ code: z.string(), path: z.string().optional() }) });

/** Code of a refused call. */
export function errorOf(answer: Answer): { code: string; path?: string } {
  return ErrorCodeOf.parse(answer.body).error;
}

/** A real server on a store of its own on disk, with calls that a test needs often. */
export class LiveServer {
  private constructor(
    readonly running: Awaited<ReturnType<typeof startServer>>,
    readonly folder: string,
  ) {}

  static async start(
    environment: Record<string, string> = {},
    open?: Starting["open"],
  ): Promise<LiveServer> {
    const folder = await Deno.makeTempDir({ prefix: "invigil-test-" });
    const running = await startServer({
      PORT: "0",
      INVIGIL_KV: `${folder}/test.kv`,
      INVIGIL_DEMO: "on",
      INVIGIL_ADMIN_PASSWORD: ADMIN_PASSWORD,
      ...environment,
    }, { open });
    return new LiveServer(running, folder);
  }

  get url(): string {
    return this.running.url;
  }

  get services() {
    return this.running.services;
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await Deno.remove(this.folder, { recursive: true });
  }

  async call(method: string, path: string, token: string | null, body?: unknown): Promise<Answer> {
    const headers = new Headers(token === null ? {} : { authorization: `Bearer ${token}` });
    const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
    const response = await fetch(this.url + path, { method, headers, body: text });
    const answer = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
    return { status: response.status, body: isJson ? JSON.parse(answer) : answer, headers: response.headers };
  }

  /** Begins an attempt by code, as a student's page does. */
  async join(name = "Ada", code = "DEMO"): Promise<StartExamAnswer> {
    const answer = await this.call("POST", "/start_exam", null, { code, student: { name } });
    return StartExamAnswer.parse(answer.body);
  }

  /** Token of the first account. */
  async signIn(username = "admin", password = ADMIN_PASSWORD): Promise<string> {
    return SessionAnswer.parse((await this.call("POST", "/api/session", null, { username, password })).body).token;
  }

  /** Makes an account of a proctor of an exam. @returns Its token. */
  async inviteProctor(examId: string, username: string): Promise<string> {
    const invited = await this.call("PUT", `/api/exams/${examId}/staff/${username}`, await this.signIn(), {});
    const { token } = AssignStaffAnswer.parse(invited.body);
    const password = "a-long-enough-password-8";
    await this.call("POST", "/api/invitations/accept", null, { token, password });
    return await this.signIn(username, password);
  }

  /** Publishes an exam, and returns its id. */
  async publish(document: Record<string, unknown>): Promise<{ examId: string; tokens: string[] }> {
    const answer = await this.call("POST", "/api/exams", await this.signIn(), document);
    const { exam_id, tokens } = z.object({
      exam_id: z.string(),
      tokens: z.array(z.object({ token: z.string() })),
    }).parse(answer.body);
    return { examId: exam_id, tokens: tokens.map((issued) => issued.token) };
  }
}

/** Runs a test against a server of its own. */
export function liveTest(
  title: string,
  run: (server: LiveServer) => Promise<void>,
  environment: Record<string, string> = {},
): void {
  Deno.test({
    name: title,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const server = await LiveServer.start(environment);
      try {
        await run(server);
      } finally {
        await server.stop();
      }
    },
  });
}
