import assert from "node:assert/strict";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { proctorSocket } from "../support/socket_client.ts";

/** A call whose body comes last: it is let in before, and what happens meanwhile is up to the test. */
async function slowCall(
  server: LiveServer,
  path: string,
  token: string,
  body: unknown,
  meanwhile: () => Promise<void>,
) {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(server.url).port) });
  const text = JSON.stringify(body);
  const headers = `host: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-length: ${text.length}`;
  const encoder = new TextEncoder();
  await connection.write(encoder.encode(`POST ${path} HTTP/1.1\r\n${headers}\r\n\r\n${text[0]}`));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await meanwhile();
  await connection.write(encoder.encode(text.slice(1)));
  const start = new Uint8Array(12);
  await connection.read(start);
  connection.close();
  return Number(new TextDecoder().decode(start).split(" ")[1]);
}

liveTest("[ED18] who is signed out while a body is on its way does nothing with it", async (server) => {
  const token = await server.signIn();
  const questions = [{ id: "q1", type: "essay", text: "Write." }];
  const exam = { code: "SLOW", title: "Slow", duration_minutes: 60, questions };
  const status = await slowCall(server, "/api/exams", token, exam, async () => {
    assert.equal((await server.call("DELETE", "/api/session", token)).status, 204);
  });
  assert.equal(status, 401);
  const joined = await server.call("POST", "/start_exam", null, { code: "SLOW", student: { name: "Ada" } });
  assert.equal(joined.status, 404);
});

liveTest("[ED18] a device that is released while a body is on its way adds nothing with it", async (server) => {
  const { examId } = await server.publish({
    code: "SLOW",
    title: "Slow",
    duration_minutes: 60,
    questions: [{ id: "q1", type: "essay", text: "Write." }],
  });
  const student = { name: "Ada", number: "1" };
  const joined = await server.call("POST", "/start_exam", null, { code: "SLOW", student });
  const { attempt_id, session_token } = joined.body as { attempt_id: string; session_token: string };
  const edit = { type: "answer_edit", question: "q1", at: 0, removed: 0, inserted: "old", t: 10 };
  const status = await slowCall(
    server,
    "/log_activity",
    session_token,
    { seq: 1, sentAt: 0, events: [edit] },
    async () => {
      const room = proctorSocket(server.url, await server.signIn(), examId);
      await room.next("room");
      await room.say({ type: "release_device", id: "r", attempt_id });
      await room.next("done");
      room.close();
    },
  );
  assert.equal(status, 401);
});
