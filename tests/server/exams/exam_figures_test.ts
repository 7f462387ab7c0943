import assert from "node:assert/strict";
import { giveVerdict } from "../../../server/review/give_verdict.ts";
import { decideFlag, raiseFlag } from "../../../server/review/flags.ts";
import { reviewQueue } from "../../../server/review/review_queue.ts";
import type { Exam } from "../../../server/store/exam_store.ts";
import { type Hall, hallTest } from "../../support/hall.ts";

const figures = async ({ services: { exams } }: Hall, exam: Exam) =>
  await exams.figuresOf(exam, await exams.countAttempts(exam.examId));

hallTest("[OP71] what changes under way shows at the next look, and a late flag within a minute", async (hall) => {
  const exam = await hall.exam();
  assert.deepEqual(await figures(hall, exam), { live: 0, open_flags: 0, to_review: 0 });
  const attempt = await hall.join();
  assert.equal((await figures(hall, exam)).live, 1);
  await hall.end(attempt);
  hall.now += 5_000;
  assert.deepEqual(await figures(hall, exam), { live: 0, open_flags: 0, to_review: 1 });
  await raiseFlag(attempt, hall.stores.flags, { t: 0, at: hall.now, by: "rule", note: "" });
  hall.now += 60_000;
  assert.deepEqual(await figures(hall, exam), { live: 0, open_flags: 1, to_review: 1 });
});

hallTest("[OP71] as many wait for a reviewer as the review itself says, with and without open flags", async (hall) => {
  const exam = await hall.exam();
  const [ada, bo, cy] = [await hall.join("Ada"), await hall.join("Bo"), await hall.join("Cy")];
  const flag = await raiseFlag(ada, hall.stores.flags, { t: 0, at: hall.now, by: "rule", note: "" });
  const agree = async (toReview: number) => {
    hall.now += 4_000;
    assert.equal((await figures(hall, exam)).to_review, toReview);
    assert.equal((await reviewQueue(hall.stores, exam, "to_review")).length, toReview);
  };
  await agree(0);
  await hall.end(ada);
  await hall.end(bo);
  await agree(2);
  // A verdict reviews an attempt, also one whose flag stays open; a decision on a flag alone does not.
  const judge = async (attempt: typeof ada) => {
    const said = { reasons: [], note: "", by: "bea", now: hall.now };
    await giveVerdict(attempt, hall.stores, { verdict: "satisfactory", ...said });
    hall.services.exams.forgetFigures(exam.examId);
  };
  await judge(ada);
  await agree(1);
  await decideFlag(ada, hall.stores.flags, { flagId: flag.flag_id, state: "dismissed", by: "bea", now: hall.now });
  await agree(1);
  await judge(bo);
  await agree(0);
  await hall.end(cy);
  await agree(1);
});
