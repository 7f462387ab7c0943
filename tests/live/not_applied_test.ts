import assert from "node:assert/strict";
import { AttemptAnswer } from "../../protocol/attempt.ts";
import { LogActivityAnswer } from "../../protocol/log_activity.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { proctorSocket, studentSocket } from "../support/socket_client.ts";

const edit = (t: number, inserted: string, at = 0) => ({
  type: "answer_edit",
  question: "q1",
  at,
  removed: 0,
  inserted,
  t,
});

/** A student who wrote "before", and a proctor who has stopped the attempt. */
async function stopped(server: LiveServer, action: "pause" | "lock") {
  const { examId } = await server.publish({
    code: "STOP",
    title: "Stop",
    duration_minutes: 60,
    questions: [{ id: "q1", type: "essay", text: "Write." }],
  });
  const { attempt_id, session_token } = await server.join("Ada", "STOP");
  const startedAt = (await server.services.attempts.stored(attempt_id))?.record.startedAt ?? 0;
  const t = () => Date.now() - startedAt;
  const answer = await server.call("POST", "/log_activity", session_token, {
    seq: 1,
    sentAt: 0,
    events: [edit(t(), "before")],
  });
  assert.equal(answer.status, 200);
  const room = proctorSocket(server.url, await server.signIn(), examId);
  await room.next("room");
  await room.say({ type: action, id: "s", attempt_id });
  await room.next("done");
  room.close();
  const q1 = async () => AttemptAnswer.parse((await server.call("GET", "/api/attempt", session_token)).body).answers.q1;
  return { session_token, t, q1 };
}

for (const action of ["pause", "lock"] as const) {
  liveTest(`[AT30] after a ${action} neither socket, call nor submission changes an answer`, async (server) => {
    const { session_token, t, q1 } = await stopped(server, action);
    const socket = studentSocket(server.url, session_token);
    await socket.next("welcome");
    await socket.say({ type: "batch", seq: 2, sentAt: 0, events: [edit(t(), " by socket", 6)] });
    const answers = await socket.next("answers");
    assert.deepEqual(answers, { type: "answers", seq: 2, answers: { q1: "before" } });
    await socket.next("ack");
    const body = { seq: 3, sentAt: 0, events: [edit(t(), " by call", 6)] };
    const logged = await server.call("POST", "/log_activity", session_token, body);
    assert.deepEqual(LogActivityAnswer.parse(logged.body).answers, { seq: 3, answers: { q1: "before" } });
    const submitted = await server.call("POST", "/submit_exam", session_token, { answers: { q1: "by submission" } });
    assert.equal(submitted.status, 200);
    assert.equal(await q1(), "before");
    socket.close();
  });
}
