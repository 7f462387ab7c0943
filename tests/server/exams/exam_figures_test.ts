import assert from "node:assert/strict";
import { raiseFlag } from "../../../server/review/flags.ts";
import { type Hall, hallTest } from "../../support/hall.ts";

const figures = async ({ services: { exams } }: Hall, examId: string) =>
  await exams.figuresOf(examId, await exams.countAttempts(examId));

hallTest("[OP71] what changes under way shows at the next look, and a late flag within a minute", async (hall) => {
  const { examId } = await hall.exam();
  assert.deepEqual(await figures(hall, examId), { live: 0, open_flags: 0, to_review: 0 });
  const attempt = await hall.join();
  assert.equal((await figures(hall, examId)).live, 1);
  await hall.end(attempt);
  hall.now += 5_000;
  assert.equal((await figures(hall, examId)).live, 0);
  await raiseFlag(attempt, hall.stores.flags, { t: 0, at: hall.now, by: "rule", note: "" });
  hall.now += 60_000;
  assert.deepEqual(await figures(hall, examId), { live: 0, open_flags: 1, to_review: 1 });
});
