import assert from "node:assert/strict";
import { AttemptCopy, keptAttempt } from "../../../islands/student/attempt_copy.ts";
import { MemoryOutboxStore } from "../../../islands/link/memory_outbox_store.ts";
import type { LinkWorld } from "../../../islands/link/link_world.ts";
import type { AttemptAnswer } from "../../../protocol/attempt.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";

const ATTEMPT: AttemptAnswer = {
  attempt_id: "a1",
  state: "active",
  student: { name: "Ada" },
  started_at: 1_000,
  deadline: 3_601_000,
  server_time: 10_000,
  last_seq: 2,
  last_t: 500,
  exam: { exam_id: "e1", title: "Exam", questions: [{ id: "q1", type: "essay", text: "Write.", points: 1 }] },
  answers: { q1: "One" },
  receipt: "",
};

function typed(at: number, inserted: string, t: number): CapturedEvent {
  return { at, input: "typing", inserted, question: "q1", removed: 0, t, type: "answer_edit" };
}

function world(wall: { now: number }): LinkWorld {
  return {
    connect: () => {
      throw new TypeError("Cannot connect: a copy needs no network");
    },
    now: () => 0,
    wallNow: () => wall.now,
    random: () => 0,
    after: () => () => {},
    hash: () => Promise.resolve(null),
  };
}

Deno.test("[EX31] the copy on the device has what was acknowledged, and each batch once", async () => {
  const store = new MemoryOutboxStore();
  const wall = { now: 50_000 };
  const copy = new AttemptCopy(store, world(wall), ATTEMPT);
  assert.equal(await keptAttempt(store, "a1", wall.now), null, "nothing is kept before it is loaded");
  await copy.load(ATTEMPT);
  await copy.acknowledged([{ seq: 2, sentAt: 0, events: [typed(3, " of before", 400)] }]);
  await copy.acknowledged([{ seq: 3, sentAt: 0, events: [typed(3, ", two", 900)] }]);
  await copy.acknowledged([{ seq: 3, sentAt: 0, events: [typed(3, ", two", 900)] }]);
  const kept = await keptAttempt(store, "a1", wall.now + 5_000);
  assert.deepEqual([kept?.answers, kept?.last_seq, kept?.last_t], [{ q1: "One, two" }, 3, 900]);
  assert.equal(kept?.server_time, ATTEMPT.server_time + 5_000, "time goes on without a network");
  assert.equal((await keptAttempt(store, "a1", 0))?.server_time, ATTEMPT.server_time, "and never back");
  assert.equal(kept?.exam.questions.length, 1);
});

Deno.test("[EX31] where the server applied something else, its answers count", async () => {
  const store = new MemoryOutboxStore();
  const copy = new AttemptCopy(store, world({ now: 0 }), ATTEMPT);
  await copy.load(ATTEMPT);
  await copy.corrected({ q1: "The server's" }, 5);
  await copy.acknowledged([{ seq: 4, sentAt: 0, events: [typed(0, "Not applied. ", 900)] }]);
  await copy.acknowledged([{ seq: 6, sentAt: 0, events: [typed(12, " text", 1_900)] }]);
  const kept = await keptAttempt(store, "a1", 0);
  assert.deepEqual([kept?.answers, kept?.last_seq], [{ q1: "The server's text" }, 6]);
});

Deno.test("[EX31] a copy that cannot be read is none", async () => {
  const store = new MemoryOutboxStore();
  await store.putNote("a1", "copy:loaded", "{}");
  assert.equal(await keptAttempt(store, "a1", 0), null);
});
