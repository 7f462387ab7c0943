import type { MarkedAnswer, Marking } from "../../protocol/marking.ts";
import { Mark } from "../../protocol/marks.ts";
import { callStaff, type Outcome } from "../staff/staff_api.ts";

/** A mark as it is given: with the one that the marker saw before. */
interface GivenMark {
  seen: Mark;
  points: number;
  comment: string;
  met: readonly string[];
  /** Whether it is what two markers agree on. */
  isAgreed?: boolean;
}

/** Gives a mark. @param exam Address of the exam's calls. */
export function putMark(
  exam: string,
  { attempt_id, question }: Pick<MarkedAnswer, "attempt_id" | "question">,
  { seen, points, comment, met, isAgreed = false }: GivenMark,
): Promise<Outcome<Mark>> {
  const { max: _max, ...before } = seen;
  return callStaff({
    method: "PUT",
    path: `${exam}/attempts/${attempt_id}/marks/${encodeURIComponent(question)}`,
    body: {
      points,
      comment,
      ...(met.length > 0 && { rubric: met }),
      ...(isAgreed && { as: "agreed" }),
      seen: before,
    },
    answer: Mark,
  });
}

/** Whether a mark of an answer that two mark is what both agree on: once both of theirs are in. */
export function isForBoth({ places }: Pick<MarkedAnswer, "places">): boolean {
  return places !== undefined && places.given.length > 1;
}

/** Whether this marker may mark an answer: where two have marked it, only either of them. */
export function mayMark(answer: Pick<MarkedAnswer, "places">): boolean {
  return !isForBoth(answer) || answer.places?.is_yours === true;
}

/** Whether two marks say the same. */
export function isSameMark(one: Mark, other: Mark): boolean {
  return one.points === other.points && one.by === other.by && one.comment === other.comment &&
    one.rubric?.join() === other.rubric?.join();
}

/** What is known with another mark for one answer. */
export function withMark(marking: Marking, { attempt_id, question }: MarkedAnswer, mark: Mark): Marking {
  const answers = marking.answers.map((one) =>
    one.attempt_id === attempt_id && one.question === question ? { ...one, mark } : one
  );
  return { ...marking, answers };
}

/** Newer marks with the answers that were known before. */
export function withTexts(marking: Marking, before: Marking): Marking {
  const keyOf = ({ attempt_id, question }: MarkedAnswer) => `${attempt_id} ${question}`;
  const known = new Map(before.answers.map((one) => [keyOf(one), one]));
  return { ...marking, answers: marking.answers.map((one) => ({ ...known.get(keyOf(one)), ...one })) };
}
