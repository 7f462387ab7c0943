import { isOver } from "../../protocol/exam.ts";
import { said } from "../../words/refusal.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { Refusal } from "../errors.ts";
import type { Mutation } from "../store/mutation.ts";

/** Who takes a student, or gives one back. */
export interface Taking {
  by: string;
  /** Who had the student as whoever takes them knew it; undefined for giving back. */
  seen: string | null | undefined;
}

/**
 * Notes which proctor looks after a student: in the head and the audit log, since it is no evidence. It holds until it is given back,
 * taken over, or the attempt is over.
 *
 * @returns Whether it changed anything.
 * @throws {Refusal} `wrong_state` for an attempt that is over; `conflict` where somebody else has the student.
 */
export async function takeStudent(
  attempt: LiveAttempt,
  { by, seen }: Taking,
  writes: readonly Mutation[],
): Promise<boolean> {
  const holder = attempt.head.takenBy ?? null;
  const isGivenBack = seen === undefined;
  if (holder === (isGivenBack ? null : by)) return false;
  if (!isGivenBack && isOver(attempt.head.state)) throw new Refusal("wrong_state", "cannot_take");
  const expected = isGivenBack ? by : seen;
  if (holder !== expected) {
    throw new Refusal("conflict", holder === null ? "taken_back" : said("taken_meanwhile", { by: holder }));
  }
  await attempt.note(() => ({ takenBy: isGivenBack ? undefined : by }), writes);
  return true;
}
