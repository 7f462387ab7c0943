import { type ReviewRow, type ReviewState } from "../../protocol/review.ts";
import { riskLevel } from "../../protocol/risk.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";
import { reviewOf, standingReview } from "../exams/review_state.ts";

type QueueStores = Pick<Stores, "attempts" | "examAttempts">;

/**
 * The attempts of an exam as reviewers go through them: those with the highest peak first. Heads are read and no log.
 *
 * @param newest The exam as it is now, whose policy counts.
 * @param state Which of them; all of them when absent.
 */
export async function reviewQueue(stores: QueueStores, newest: Exam, state?: ReviewState): Promise<ReviewRow[]> {
  const queued = await queuedAttempts(stores, newest);
  return queued.map(({ row }) => row).filter((row) => state === undefined || row.state === state);
}

/** The same with what each row was made from. */
export async function queuedAttempts(
  { attempts, examAttempts }: QueueStores,
  newest: Exam,
): Promise<{ row: ReviewRow; stored: StoredAttempt }[]> {
  const all = await attempts.getMany(await Array.fromAsync(examAttempts.list(newest.examId)));
  return all
    .filter(({ head }) => head.isRemoved !== true)
    .map((stored) => ({ row: rowOf(stored, newest), stored }))
    .sort(({ row: a }, { row: b }) =>
      b.peak - a.peak || a.name.localeCompare(b.name) || (a.attempt_id < b.attempt_id ? -1 : 1)
    );
}

function rowOf({ record, head }: StoredAttempt, newest: Exam): ReviewRow {
  const { peak } = head.risk;
  return {
    attempt_id: record.attemptId,
    name: record.student.name,
    number: record.student.number ?? null,
    peak,
    level: riskLevel(peak),
    flags: head.openFlags,
    ...standingReview(head, newest),
    attempt_state: head.state,
    statements: reviewOf(head).statements,
    ended_at: head.endedAt,
  };
}
