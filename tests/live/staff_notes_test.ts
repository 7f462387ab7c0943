import assert from "node:assert/strict";
import { liveTest } from "../support/live_server.ts";
import { proctorSocket } from "../support/socket_client.ts";

liveTest("[DK56] staff read each other's notes at once, and nothing of them comes to the student", async (server) => {
  const questions = [{ id: "q1", type: "essay", text: "Write." }];
  const { examId } = await server.publish({ code: "NOTE", title: "N", duration_minutes: 60, questions });
  const { attempt_id, session_token } = await server.join("Ada", "NOTE");
  const admin = await server.signIn();
  const room = proctorSocket(server.url, admin, examId);
  await room.next("room");
  const path = `/api/exams/${examId}/attempts/${attempt_id}`;
  const written = await server.call("POST", `${path}/notes`, admin, { text: " A word between us. " });
  assert.equal(written.status, 201);
  const frame = await room.until((message) => message.type === "frame" && message.students.some(({ notes }) => notes));
  assert.ok(frame.type === "frame" && frame.students[0].attempt_id === attempt_id);
  const detail = await server.call("GET", path, admin);
  const { notes } = detail.body as { notes: { by: string; text: string }[] };
  assert.deepEqual(notes.map(({ by, text }) => [by, text]), [["admin", "A word between us."]]);

  assert.equal((await server.call("POST", `${path}/notes`, admin, { text: "  " })).status, 422);
  const other = await server.join("Bo");
  const elsewhere = `/api/exams/${examId}/attempts/${other.attempt_id}/notes`;
  assert.equal((await server.call("POST", elsewhere, admin, { text: "x" })).status, 404);
  assert.equal((await server.call("POST", `${path}/notes`, session_token, { text: "x" })).status, 403);

  await server.call("POST", "/submit_exam", session_token, {});
  for (const own of ["/api/attempt", "/api/attempt/captured", "/api/attempt/statement"]) {
    const answer = await server.call("GET", own, session_token);
    assert.equal(answer.status, 200, own);
    assert.doesNotMatch(JSON.stringify(answer.body), /between us|noted/, own);
  }
  room.close();
});
