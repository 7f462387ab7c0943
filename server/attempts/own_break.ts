import type { Accommodations } from "../../protocol/exam.ts";
import { said } from "../../words/refusal.ts";
import { Refusal } from "../errors.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import { base, type Instruction, type Intervention, requireState } from "./interventions.ts";

type Allowed = Pick<Accommodations, "breaks">;

/** Breaks that a student takes on an attempt, at most: a record of hundreds hides what else was done. */
const MOST_BREAKS = 15;

/** A shorter break is none, ms: what is left is used up. */
const SHORTEST_MS = 10_000;

/**
 * Time left of the breaks that a student takes without asking, ms, as if the one that lasts were used up; null where they ask
 * for one.
 */
export function breakLeft(
  { breakUsedMs = 0, ownBreaks = 0, isOwnBreak, stoppedAt, breakUntil }: Readonly<AttemptHead>,
  { breaks }: Allowed,
): number | null {
  if (breaks?.by_student !== true) return null;
  if (ownBreaks >= MOST_BREAKS) return 0;
  const lasting = isOwnBreak && stoppedAt !== null && breakUntil !== null ? breakUntil - stoppedAt : 0;
  const left = breaks.minutes * (breaks.count ?? 1) * 60_000 - breakUsedMs - lasting;
  return left < SHORTEST_MS ? 0 : left;
}

/**
 * A break that the student takes: the attempt stands still until they are back, or the time of one break, or of all of
 * them, is used up.
 *
 * @param allowed What is taken into account of the student by now.
 * @throws {Refusal} (when it is carried out) `wrong_state` where nothing is left, or the attempt does not run.
 */
export function takeBreak({ now }: Pick<Instruction, "now">, allowed: Allowed): Intervention {
  return (head) => {
    requireState(head, ["active"], "cannot_take_break");
    // The server may not have come to end it yet.
    if (now >= head.deadline) throw new Refusal("wrong_state", said("cannot_take_break", { state: "expired" }));
    const left = breakLeft(head, allowed);
    if (left === null) throw new Refusal("forbidden", "break_by_asking");
    if (left === 0) throw new Refusal("wrong_state", "break_used_up");
    const until = now + Math.min(left, (allowed.breaks?.minutes ?? 0) * 60_000);
    return {
      entry: { kind: "paused", ...base({ by: "student", now, reason: null }), until },
      head: {
        ...{ state: "paused", stoppedAt: now, breakUntil: until },
        ...{ isOwnBreak: true, ownBreaks: (head.ownBreaks ?? 0) + 1 },
      },
    };
  };
}
