import type { Mark, SeenMark } from "../../protocol/marks.ts";
import { hasLog } from "../attempts/has_log.ts";
import { marked } from "../attempts/interventions.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { Refusal } from "../errors.ts";
import { newSalt, saltedHash } from "../evidence/salted_hash.ts";
import type { Exam } from "../store/exam_store.ts";
import type { GivenMark } from "../store/snapshot_store.ts";
import type { Mutation } from "../store/mutation.ts";
import type { PrivateReasonStore } from "../store/private_reason_store.ts";
import { keyedQuestions } from "./keyed_questions.ts";
import { isMarkedByTwo, placeOf } from "./two_markers.ts";
import { said } from "../../words/refusal.ts";

/** A mark that a person gives. */
export interface NewMark {
  question: string;
  points: number;
  /** Empty for none. */
  comment: string;
  /** Criteria that are met; absent where it is marked without. */
  rubric?: string[];
  by: string;
  /** The mark that its marker saw before; absent where it is to count in any case. */
  seen?: SeenMark;
  /** What both markers agree on; absent for a mark of one's own. */
  as?: "agreed";
  now: number;
}

/**
 * Marks one answer: an entry of the attempt's log, which knows the comment by its salted hash alone. What the log said before
 * stays in it; the same mark again by the same person adds nothing.
 *
 * @param newest The exam as it is now, whose points count.
 * @param writes What belongs into the same atomic.
 * @throws {Refusal} `not_found`; `invalid` beyond the question's points, or for a criterion that it does not have; `wrong_state` while the attempt is under way, or where
 * its log was removed; `conflict` where another person has set a mark that was not seen, or both of two marks are in; as {@link placeOf}.
 */
export async function setMark(
  attempt: LiveAttempt,
  newest: Exam,
  comments: PrivateReasonStore,
  { question: id, points, comment, rubric, by, seen, as, now }: NewMark,
  writes: readonly Mutation[] = [],
): Promise<Mark> {
  const { attemptId, exam, folded } = attempt;
  const question = keyedQuestions(exam.document, newest.document).find((one) => one.id === id);
  if (question === undefined) throw new Refusal("not_found", "no_such_question");
  const max = question.points;
  if (!(points >= 0 && points <= max)) {
    throw new Refusal("invalid", said("points_beyond", { most: max }), { path: "points" });
  }
  const criteria = "rubric" in question ? question.rubric ?? [] : [];
  const strange = rubric?.find((one) => !criteria.some(({ id: known }) => known === one));
  if (strange !== undefined) {
    throw new Refusal("invalid", said("no_such_criterion", { id: strange }), { path: "rubric" });
  }
  if (!hasLog(attempt)) throw new Refusal("wrong_state", "cannot_mark_removed");
  const mark: Mark = { points, max, by, ...(comment !== "" && { comment }), ...(rubric && { rubric }) };
  const held = folded.marks.get(id);
  const place = placeOf(held, by, as, isMarkedByTwo(newest, question));
  if (place.as === "agreed" && comment === "") {
    throw new Refusal("invalid", "agreed_needs_comment", { path: "comment" });
  }
  if (await isSame(place.before, mark, comments, attemptId)) return mark;
  if (!place.isOpen) throw new Refusal("conflict", "both_marks_in");
  if (seen !== undefined) await requireSeen(place.before, seen, by, comments, attemptId);
  const salt = newSalt();
  const hash = comment === "" ? null : saltedHash("mark_comment", salt, comment);
  const kept = hash === null ? [] : [comments.put(attemptId, hash, { salt, text: comment })];
  const instruction = { by, now, reason: null };
  await attempt.intervene(
    marked(instruction, {
      question: id,
      points,
      comment: hash,
      rubric,
      ...(place.as !== "first" && { as: place.as }),
    }),
    [...kept, ...writes],
  );
  return mark;
}

/** A mark that somebody else set is not put aside by who has not seen it. Own marks, as from another tab, are. */
async function requireSeen(
  before: GivenMark | undefined,
  { points, by, comment, rubric }: SeenMark,
  marker: string,
  comments: PrivateReasonStore,
  attemptId: string,
): Promise<void> {
  if (before === undefined || before.by === marker) return;
  if (
    by !== null && points !== null &&
    await isSame(before, { points, by, max: points, comment, rubric }, comments, attemptId)
  ) return;
  throw new Refusal("conflict", said("marked_meanwhile", { by: before.by }));
}

async function isSame(
  before: GivenMark | undefined,
  { points, by, comment, rubric }: Mark,
  comments: PrivateReasonStore,
  attemptId: string,
): Promise<boolean> {
  if (before === undefined || before.points !== points || before.by !== by) return false;
  if (before.rubric?.join() !== rubric?.join()) return false;
  if (before.comment === null) return comment === undefined;
  return (await comments.list(attemptId)).get(before.comment)?.text === comment;
}
