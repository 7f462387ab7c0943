import assert from "node:assert/strict";
import { ProctorToServer, ServerToProctor } from "../../protocol/proctor_messages.ts";
import { ServerToStudent, StudentToServer } from "../../protocol/student_messages.ts";
import { PROCTOR_HEARS, PROCTOR_SAYS, STUDENT_HEARS, STUDENT_SAYS } from "../../routes/api/examples/sockets.ts";
import { fillIn } from "../support/example_world.ts";
import { liveTest } from "../support/live_server.ts";
import { shapeOf } from "../support/recorded_answer.ts";
import { proctorSocket, studentSocket } from "../support/socket_client.ts";

Deno.test("[DR42] each type of message has an example, which its schema takes", () => {
  for (
    const [schema, examples] of [
      [StudentToServer, STUDENT_SAYS],
      [ServerToStudent, STUDENT_HEARS],
      [ProctorToServer, PROCTOR_SAYS],
      [ServerToProctor, PROCTOR_HEARS],
    ] as const
  ) {
    const types = schema.options.map(({ shape }) => shape.type.value);
    assert.deepEqual([...new Set(examples.map(({ type }) => type))].sort(), [...types].sort());
    for (const example of examples) assert.deepEqual(schema.parse(example), example);
  }
});

/** The example of a type, with its placeholders filled in. */
function example(examples: readonly { type: string }[], type: string, filled: Record<string, string>): unknown {
  return JSON.parse(fillIn(JSON.stringify(examples.find((one) => one.type === type)), filled));
}

/** Names and types of what an answer has and an example shows. */
function assertAsShown(live: ServerToStudent | ServerToProctor, examples: readonly { type: string }[]): void {
  const shown = examples.find(({ type }) => type === live.type);
  assert.deepEqual(shapeOf(live), shapeOf(shown), live.type);
}

liveTest("[DR42] hello, batch and an action are answered as the reference shows it", async (server) => {
  const { attempt_id, session_token, exam } = await server.join("Ada Lovelace");
  const filled = { attempt_id, session_token, exam_id: exam.exam_id, token: await server.signIn() };
  const student = studentSocket(server.url);
  await student.say(example(STUDENT_SAYS, "hello", filled));
  assertAsShown(await student.next("welcome"), STUDENT_HEARS);
  await student.say(example(STUDENT_SAYS, "batch", filled));
  assertAsShown(await student.next("ack"), STUDENT_HEARS);
  await student.say(example(STUDENT_SAYS, "ping", filled));
  assertAsShown(await student.next("pong"), STUDENT_HEARS);

  const proctor = proctorSocket(server.url, filled.token, exam.exam_id);
  const room = await proctor.next("room");
  const row = room.students.find((one) => one.attempt_id === attempt_id);
  const shownRow = PROCTOR_HEARS.find((one) => one.type === "room")?.students[0];
  assert.deepEqual(Object.keys(row ?? {}).sort(), Object.keys(shownRow ?? {}).sort());
  await proctor.say(example(PROCTOR_SAYS, "message", filled));
  assertAsShown(await proctor.next("done"), PROCTOR_HEARS);
  assertAsShown(await student.next("notice"), STUDENT_HEARS);
  await proctor.say(example(PROCTOR_SAYS, "resume", filled));
  assertAsShown(await proctor.next("refused"), PROCTOR_HEARS);
  const again = proctorSocket(server.url, filled.token, exam.exam_id, 0);
  await again.say(example(PROCTOR_SAYS, "ping", filled));
  assertAsShown(await again.next("pong"), PROCTOR_HEARS);
  for (const socket of [student, proctor, again]) socket.close();
});
