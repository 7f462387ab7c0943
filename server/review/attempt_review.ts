import type { AttemptReview, StudentStatement, Verdict } from "../../protocol/review.ts";
import type { StaffNote } from "../../protocol/staff_note.ts";
import type { AttemptView } from "../attempts/attempts.ts";
import type { Exam } from "../store/exam_store.ts";
import type { PrivateReasonStore } from "../store/private_reason_store.ts";
import { isByTwo, standingReview } from "../exams/review_state.ts";

type Said = Pick<AttemptView, "attemptId" | "folded">;

/** An attempt's verdicts, oldest first, with the notes that are still kept. */
export async function toldVerdicts(store: PrivateReasonStore, { attemptId, folded }: Said): Promise<Verdict[]> {
  const notes = folded.verdicts.some(({ note }) => note !== null) ? await store.list(attemptId) : new Map();
  return folded.verdicts.map(({ note, ...verdict }) => ({
    ...verdict,
    note: note === null ? "" : notes.get(note)?.text ?? "",
  }));
}

/** What a student said to the own attempt, oldest first, as far as it is still kept. */
export async function toldStatements(
  store: PrivateReasonStore,
  { attemptId, folded }: Said,
): Promise<StudentStatement[]> {
  const texts = folded.statements.length > 0 ? await store.list(attemptId) : new Map();
  return folded.statements.map(({ at, t, text }) => ({ at, t, text: texts.get(text)?.text ?? null }));
}

/** Staff's notes on an attempt, oldest first, as far as they are still kept. */
export async function toldNotes(store: PrivateReasonStore, { attemptId, folded }: Said): Promise<StaffNote[]> {
  const texts = folded.notes.length > 0 ? await store.list(attemptId) : new Map();
  return folded.notes.map(({ at, by, text }) => ({ at, by, text: texts.get(text)?.text ?? null }));
}

/** How the review of an attempt stands. @param newest The exam as it is now, whose policy counts. */
export async function attemptReview(
  store: PrivateReasonStore,
  attempt: AttemptView,
  newest: Exam,
): Promise<AttemptReview> {
  return {
    ...standingReview(attempt.head, newest),
    second_person: isByTwo(newest),
    verdicts: await toldVerdicts(store, attempt),
    statements: await toldStatements(store, attempt),
  };
}
