import assert from "node:assert/strict";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { MAX_BATCH_EVENTS, MAX_QUESTIONS } from "../../../protocol/limits.ts";
import { defaultContext } from "../../../scoring/fold.ts";
import { type AttemptFold, createFold, foldEntry } from "../../../server/attempts/attempt_fold.ts";
import { snapshotFold } from "../../../server/attempts/fold_snapshot.ts";
import { hallTest } from "../../support/hall.ts";

const context = defaultContext();

/** Bytes of an attempt's snapshot. */
function sizeOf(folded: AttemptFold): number {
  return JSON.stringify(snapshotFold(folded)).length;
}

/** Folds batches that edit, choose and open a question with a name of its own for each event. */
function invent(folded: AttemptFold, batches: number, from: number): void {
  for (let batch = from; batch < from + batches; batch++) {
    const events = Array.from({ length: MAX_BATCH_EVENTS }, (_, index): CapturedEvent => {
      const question = `${batch}-${index}`.padEnd(100, "x");
      const t = batch * 1_000 + index;
      if (index % 3 === 0) return { type: "question_view", question, t };
      if (index % 3 === 1) return { type: "answer_select", question, choices: ["a".repeat(1_000)], t };
      return { type: "answer_edit", question, at: 0, removed: 0, inserted: "text that nobody asked for", t };
    });
    const kept = batch % 2 === 0 ? events.map((_, index) => index) : [];
    foldEntry(folded, { kind: "batch", events, late: false, received_at: batch * 1_000, kept }, context);
  }
}

Deno.test("[AT36] invented questions are in the log and not in the state: it does not grow with them", () => {
  const folded = createFold(new Set(["q1"]));
  invent(folded, 20, 0);
  const before = sizeOf(folded);
  invent(folded, 200, 20);
  assert.ok(sizeOf(folded) < before * 1.1, `${before} bytes, then ${sizeOf(folded)}`);
  assert.ok(before < 2 * MAX_QUESTIONS * 130 + 60_000, `${before} bytes`);
  assert.deepEqual(folded.sheet.toAnswers(), {});
});

Deno.test("[AT36] as many answers as an exam can have are told apart, and what was forgotten scores on", () => {
  const folded = createFold(new Set());
  const write = (question: string, t: number) => {
    const event: CapturedEvent = { type: "answer_edit", question, at: 0, removed: 0, inserted: "word", t };
    return foldEntry(folded, { kind: "batch", events: [event], late: false, received_at: t }, context);
  };
  for (let n = 0; n < 3 * MAX_QUESTIONS; n++) write(`q${n}`, n * 100);
  assert.ok(Number.isFinite(write("q0", 3 * MAX_QUESTIONS * 100).risk));
});

hallTest("[AT36] answers after the deadline are kept once, however often they come", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  hall.now = attempt.head.deadline;
  await hall.end(attempt, "deadline");
  for (let times = 0; times < 5; times++) await hall.services.calls.submit(attempt.attemptId, { q1: `${times}` });
  const log = await Array.fromAsync(hall.services.attempts.log.read(attempt.attemptId));
  assert.equal(log.filter(({ entry }) => entry.kind === "answered").length, 1);
});
