import assert from "node:assert/strict";
import { studentSocket } from "../support/socket_client.ts";
import { RoomWatcher } from "./room_watcher.ts";
import { type Instance, until } from "./site.ts";

/** Long enough a text from outside for risk to rise at once. */
const PASTED = "What was written elsewhere and brought along in one piece. ".repeat(20);

let seed = 0;

function batch(seq: number, inserted = "a "): Record<string, unknown> {
  const events = [{ at: 0, inserted, question: "q1", removed: 0, t: seq * 1_000, type: "answer_edit" }];
  return { seq, sentAt: Date.now(), events };
}

/** A room whose students and proctors are on different instances. */
export async function roomIsOne([a, b, c]: readonly Instance[]): Promise<void> {
  const exam = await c.publish(`ONE${++seed}`);
  const token = await a.signIn();
  const here = await RoomWatcher.open(a, token, exam);
  const there = await RoomWatcher.open(b, token, exam);
  const joined = await c.join("Ada", `ONE${seed}`);
  const id = joined.attempt_id;
  const student = studentSocket(a.url, joined.session_token);
  await student.next("welcome");
  for (const [name, room] of [["the same instance", here], ["another instance", there]] as const) {
    await until(`presence on ${name}`, () => room.students.get(id)?.connected === true);
  }

  await student.say({ type: "batch", ...batch(1) });
  await student.next("ack");
  await until("a batch in the other room", () => (there.students.get(id)?.last_seen ?? 0) > 0);

  assert.equal(await there.act("message", id, { text: "Ten minutes left." }), "done");
  assert.equal((await student.next("notice")).text, "Ten minutes left.");
  assert.equal(await there.act("pause", id, { reason: "Fire alarm" }), "done");
  assert.equal((await student.next("paused")).paused, true);
  for (const room of [here, there]) await until("paused", () => room.students.get(id)?.state === "paused");
  assert.equal(await there.act("resume", id), "done");
  assert.equal((await student.next("paused")).paused, false);
  assert.equal(await there.act("resume", id), "wrong_state");
  assert.equal(await there.act("flag", id, { note: "Look here" }), "done");
  for (const room of [here, there]) {
    await until("a flag", () => room.students.get(id)?.flags === 1 && room.alerts.some(({ kind }) => kind === "flag"));
  }

  await student.say({
    type: "batch",
    seq: 2,
    sentAt: Date.now(),
    events: [
      { length: PASTED.length, origin: "outside", t: 5_000, type: "paste_event" },
      { at: 2, input: "paste", inserted: PASTED, question: "q1", removed: 0, t: 5_000, type: "answer_edit" },
    ],
  });
  await student.next("ack");
  await until("risk in both rooms", () => [here, there].every((room) => (room.students.get(id)?.risk ?? 0) > 0));
  assert.equal(there.students.get(id)?.risk, here.students.get(id)?.risk);

  student.close();
  for (const room of [here, there]) await until("absence", () => room.students.get(id)?.connected === false);
  here.leave();
  there.leave();
}

/** A student who connects to another instance, and back. */
export async function takeOver(instances: readonly Instance[]): Promise<void> {
  const joined = await instances[0].join("Grace");
  const exam = joined.exam.exam_id;
  const room = await RoomWatcher.open(instances[2], await instances[2].signIn(), exam);
  let before = studentSocket(instances[0].url, joined.session_token);
  await before.next("welcome");
  for (let turn = 1; turn <= 6; turn++) {
    await before.say({ type: "batch", ...batch(turn) });
    await before.next("ack");
    const next = studentSocket(instances[turn % 2].url, joined.session_token);
    const welcome = await next.next("welcome");
    assert.equal(welcome.last_seq, turn, "nothing acknowledged is forgotten");
    assert.equal((await before.end()).code, 4409, "the older connection is told");
    before = next;
  }
  await before.say({ type: "batch", ...batch(7) });
  assert.equal((await before.next("ack")).seq, 7);
  await until("presence after the last take-over", () => room.students.get(joined.attempt_id)?.connected === true);
  room.leave();
  before.close();
}

/** REST calls on another instance than the socket's. */
export async function restAnywhere([a, b, c]: readonly Instance[]): Promise<void> {
  const joined = await b.join("Edsger");
  const token = joined.session_token;
  const student = studentSocket(a.url, token);
  await student.next("welcome");
  await student.say({ type: "batch", ...batch(1) });
  await student.next("ack");
  const logged = await c.call("POST", "/log_activity", token, batch(2));
  assert.deepEqual([logged.status, logged.body.ack], [200, 2]);
  const gap = await b.call("POST", "/log_activity", token, batch(9));
  assert.deepEqual([gap.status, gap.body.error.expected], [409, 3]);
  await student.say({ type: "batch", ...batch(3) });
  assert.equal((await student.next("ack")).seq, 3, "the socket stays, and knows of what came by REST");
  const submitted = await c.call("POST", "/submit_exam", token, { answers: { q1: "The end." } });
  assert.equal(submitted.body.state, "submitted");
  assert.equal((await student.next("submitted")).reason, "student");
  const again = await b.call("POST", "/submit_exam", token, {});
  assert.deepEqual([again.status, again.body.state], [200, "submitted"]);
  const own = await a.call("GET", "/api/attempt", token);
  assert.equal(own.body.answers?.q1, "The end.");
  student.close();
}

/** An exam that closes in a few seconds, joined and watched on different instances. */
export async function deadlineIsKept([a, b, c]: readonly Instance[]): Promise<void> {
  const closesAt = Date.now() + 3_000;
  const exam = await a.publish(`END${++seed}`, { closes_at: new Date(closesAt).toISOString() });
  const room = await RoomWatcher.open(c, await c.signIn(), exam);
  const joined = await b.join("Alan", `END${seed}`);
  const away = await c.join("Kurt", `END${seed}`);
  const student = studentSocket(a.url, joined.session_token);
  const { deadline } = await student.next("welcome");
  assert.ok(Math.abs(deadline - closesAt) < 5);
  const ended = await student.next("submitted");
  assert.equal(ended.reason, "deadline");
  assert.ok(Math.abs(Date.now() - closesAt) < 2_000, "at the deadline");
  for (const { attempt_id } of [joined, away]) {
    await until("expired in the room elsewhere", () => room.students.get(attempt_id)?.state === "expired");
  }
  const late = await b.call("POST", "/start_exam", null, { code: `END${seed}`, student: { name: "Late" } });
  assert.equal(late.status, 403);
  student.close();
  room.leave();
}
