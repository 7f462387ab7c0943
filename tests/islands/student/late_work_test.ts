import assert from "node:assert/strict";
import { lateWorkFile, unsentWork } from "../../../islands/student/late_work.ts";
import { LateWork } from "../../../protocol/late_work.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";

const edit = (t: number, inserted: string): CapturedEvent => ({
  at: 0,
  input: "typing",
  inserted,
  question: "q1",
  removed: 0,
  t,
  type: "answer_edit",
});

Deno.test("[CA79] what was not sent is told in minutes, characters and choices; rhythm alone is no work", () => {
  const idle: CapturedEvent = { duration: 5, t: 1, type: "idle" };
  assert.equal(unsentWork([]), null);
  assert.equal(unsentWork([{ seq: 1, sentAt: 0, events: [idle] }]), null);
  const choice: CapturedEvent = { choices: ["a"], question: "q2", t: 181_000, type: "answer_select" };
  const batches = [
    { seq: 4, sentAt: 7, events: [edit(60_000, "four"), idle] },
    { seq: 5, sentAt: 8, events: [choice] },
  ];
  assert.deepEqual(unsentWork(batches), { minutes: 3, characters: 4, choices: 1 });
});

Deno.test("[CA79] the file to hand over is what the protocol says", async () => {
  const batches = [{ seq: 4, sentAt: 7, events: [edit(60_000, "four")] }];
  const file = lateWorkFile("a1", batches, "ab");
  assert.deepEqual(LateWork.parse(JSON.parse(await file.text())), { attempt_id: "a1", batches, last_hash: "ab" });
});
