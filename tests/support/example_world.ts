import assert from "node:assert/strict";
import { totpCode, totpStep } from "../../server/auth/totp.ts";
import type { Operation } from "../../server/auth/permissions.ts";
import { ADMIN_PASSWORD, type LiveServer } from "./live_server.ts";
import { askRoom, proctorSocket, studentSocket } from "./socket_client.ts";

/** What placeholders of examples stand for, by their names. */
export type Filled = Record<string, string>;

/** What is known before the first example. */
export const KNOWN_BEFORE: Filled = {
  password: ADMIN_PASSWORD,
  username: "prof.okoye",
  question_id: "q1",
  file_question: "q3",
};

/** What has to have happened before an operation's first example, and no example does. */
const BEFORE: Partial<Record<Operation, (server: LiveServer, filled: Filled) => Promise<void> | void>> = {
  confirm_totp(_, filled) {
    filled.one_time_code = totpCode(filled.totp_secret, totpStep(Date.now()));
  },
  async list_sessions(server, filled) {
    filled.spare_token = await server.signIn("amina", "another-of-her-own");
    // The newest, which the next example ends.
    await server.signIn("amina", "another-of-her-own");
  },
  async allow_sitting(server, { louis_token }) {
    const begun = await server.call("POST", "/start_exam", null, { token: louis_token });
    const { session_token } = begun.body as { session_token: string };
    await server.call("POST", "/submit_exam", session_token, {});
  },
  async risk_score(server, filled) {
    filled.test_id = filled.exam_id;
    const proctor = proctorSocket(server.url, filled.token, filled.exam_id);
    await proctor.next("room");
    const { attempt_id } = filled;
    assert.equal(await askRoom(proctor, { id: "f", type: "flag", attempt_id, note: "Looks away often" }), "done");
    assert.equal(await askRoom(proctor, { id: "m", type: "message", attempt_id, text: "Ten minutes left" }), "done");
    proctor.close();
    const own = await server.call("GET", "/api/attempt", filled.session_token);
    const [{ id }] = (own.body as { notices: { id: string }[] }).notices;
    filled.notice_id = id;
  },
  async practise(server, filled) {
    await server.publish({
      code: "WAIT",
      title: "Waiting",
      duration_minutes: 10,
      questions: [{ id: "q1", type: "essay", text: "?" }],
      policy: { admission: "proctor" },
    });
    filled.waiting_token = (await server.join("Ida", "WAIT")).session_token;
    const socket = studentSocket(server.url, filled.waiting_token);
    await socket.next("welcome");
    socket.close();
  },
  async get_answers(server, { other_token }) {
    await server.call("POST", "/submit_exam", other_token, { answers: { q1: "The mills came.", q2: ["b"] } });
  },
};

/** Makes what an example needs beside the ones before it. */
export async function prepareExample(operation: Operation, server: LiveServer, filled: Filled): Promise<void> {
  await BEFORE[operation]?.(server, filled);
}

/** A text with what stands in braces filled in. @throws {RangeError} For a placeholder that nothing is known of. */
export function fillIn(text: string, filled: Filled): string {
  return text.replace(/\{([a-z_]+)\}/g, (_, name) => {
    if (!Object.hasOwn(filled, name)) throw new RangeError(`Cannot fill in {${name}}: no example before has kept it`);
    return filled[name];
  });
}
