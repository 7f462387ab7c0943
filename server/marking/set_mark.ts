import type { Mark } from "../../protocol/marks.ts";
import { hasLog } from "../attempts/has_log.ts";
import { marked } from "../attempts/interventions.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { Refusal } from "../errors.ts";
import { newSalt, saltedHash } from "../evidence/salted_hash.ts";
import type { HeldMark } from "../store/snapshot_store.ts";
import type { Mutation } from "../store/mutation.ts";
import type { PrivateReasonStore } from "../store/private_reason_store.ts";
import { said } from "../../words/refusal.ts";

/** A mark that a person gives. */
export interface NewMark {
  question: string;
  points: number;
  /** Empty for none. */
  comment: string;
  by: string;
  now: number;
}

/**
 * Marks one answer: an entry of the attempt's log, which knows the comment by its salted hash alone. What the log said before
 * stays in it; the same mark again by the same person adds nothing.
 *
 * @param writes What belongs into the same atomic.
 * @throws {Refusal} `not_found`; `invalid` beyond the question's points; `wrong_state` while the attempt is under way, or where
 * its log was removed.
 */
export async function setMark(
  attempt: LiveAttempt,
  comments: PrivateReasonStore,
  { question: id, points, comment, by, now }: NewMark,
  writes: readonly Mutation[] = [],
): Promise<Mark> {
  const { attemptId, exam, folded } = attempt;
  const question = exam.document.questions.find((one) => one.id === id);
  if (question === undefined) throw new Refusal("not_found", "no_such_question");
  const max = question.points;
  if (!(points >= 0 && points <= max)) {
    throw new Refusal("invalid", said("points_beyond", { most: max }), { path: "points" });
  }
  if (!hasLog(attempt)) throw new Refusal("wrong_state", "cannot_mark_removed");
  const mark: Mark = { points, max, by, ...(comment !== "" && { comment }) };
  if (await isSame(folded.marks.get(id), mark, comments, attemptId)) return mark;
  const salt = newSalt();
  const hash = comment === "" ? null : saltedHash("mark_comment", salt, comment);
  const kept = hash === null ? [] : [comments.put(attemptId, hash, { salt, text: comment })];
  const instruction = { by, now, reason: null };
  await attempt.intervene(marked(instruction, { question: id, points, comment: hash }), [...kept, ...writes]);
  return mark;
}

async function isSame(
  before: HeldMark | undefined,
  { points, by, comment }: Mark,
  comments: PrivateReasonStore,
  attemptId: string,
): Promise<boolean> {
  if (before === undefined || before.points !== points || before.by !== by) return false;
  if (before.comment === null) return comment === undefined;
  return (await comments.list(attemptId)).get(before.comment)?.text === comment;
}
