import { PROTOCOL_VERSION } from "../../protocol/limits.ts";
import type { StartExamAnswer } from "../../protocol/start_exam.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";

/** The few words of the protocol that the load generator needs, for servers that only say them. */

/** How long an attempt of such a server lasts, ms: a day. */
const LASTS_MS = 86_400_000;

/** Welcomes somebody who has sent nothing yet. */
export function welcomeText(attempt_id: string): string {
  const now = Date.now();
  const welcome: ServerToStudent = {
    type: "welcome",
    protocol: PROTOCOL_VERSION,
    attempt_id,
    last_seq: 0,
    last_hash: null,
    deadline: now + LASTS_MS,
    state: "active",
    server_time: now,
  };
  return JSON.stringify(welcome);
}

export function pongText(): string {
  return JSON.stringify({ type: "pong", server_time: Date.now() } satisfies ServerToStudent);
}

export function ackText(seq: number): string {
  return `{"type":"ack","seq":${seq}}`;
}

/** Answers what is no socket: whether the server is ready, and whoever joins. */
export function callAnswers(): (request: Request) => Response {
  let attempts = 0;
  return (request) => {
    if (new URL(request.url).pathname === "/readyz") return new Response("ready");
    const attempt_id = `a${++attempts}`;
    const answer: StartExamAnswer = {
      attempt_id,
      session_token: attempt_id,
      deadline: Date.now() + LASTS_MS,
      exam: { exam_id: "bare", title: "Bare", questions: [] },
    };
    return Response.json(answer, { status: 201 });
  };
}
