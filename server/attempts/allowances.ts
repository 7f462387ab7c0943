import type { Accommodations, Declared } from "../../protocol/exam.ts";
import type { AttemptHead, StoredAttempt } from "../store/attempt_record.ts";
import { breakEnded } from "./effective_deadline.ts";
import { base, type Instruction, type Intervention, requireState } from "./interventions.ts";

/** What is taken into account of a student, and what the student says of themselves. */
export interface AttemptTerms {
  accommodations: Accommodations;
  declared?: Declared;
}

/** The terms of an attempt now: what a proctor granted stands in the place of what it began with. */
export function termsOf(
  { record, head }: Pick<StoredAttempt, "record"> & { head: Readonly<AttemptHead> },
): AttemptTerms {
  const { declared } = record;
  return { accommodations: head.accommodations ?? record.accommodations, ...(declared && { declared }) };
}

/**
 * Allows a student something from now on, in place of what was allowed before.
 *
 * @param extraMs What that changes in the attempt's time, ms.
 * @param reasonHash Of the reason, which is private.
 */
export function accommodate(
  instruction: Instruction,
  accommodations: Accommodations,
  extraMs: number,
  reasonHash: string | undefined,
): Intervention {
  return (head) => {
    requireState(head, ["waiting", "active", "paused", "locked"], "cannot_accommodate");
    // Whose time has not begun has all of it once they are let in.
    const moreMs = head.state === "waiting" ? 0 : extraMs;
    // Time that is taken back again ends no attempt at once.
    const deadline = moreMs < 0
      ? Math.max(head.deadline + moreMs, Math.min(head.deadline, instruction.now))
      : head.deadline + moreMs;
    const reason_hash = reasonHash && { reason_hash: reasonHash };
    return {
      entry: { kind: "accommodated", ...base(instruction), accommodations, deadline, ...reason_hash },
      head: { accommodations, deadline },
    };
  };
}

/**
 * A break: the attempt stands still, and goes on by itself when it is over. Granted again, it becomes longer. From then on
 * nothing of it counts as one that the student took.
 *
 * @param reasonHash Of the reason, which is private.
 */
export function grantBreak(instruction: Instruction, minutes: number, reasonHash: string | undefined): Intervention {
  return (head) => {
    requireState(head, head.breakUntil === null ? ["active"] : ["paused"], "cannot_grant_break");
    const until = (head.breakUntil ?? instruction.now) + minutes * 60_000;
    const reason_hash = reasonHash && { reason_hash: reasonHash };
    return {
      entry: { kind: "paused", ...base(instruction), until, ...reason_hash },
      head: {
        ...breakEnded(head, instruction.now),
        state: "paused",
        stoppedAt: head.stoppedAt ?? instruction.now,
        breakUntil: until,
      },
    };
  };
}

/** The student asks for a proctor, in words or without. */
export function call(instruction: Instruction): Intervention {
  return (head) => {
    requireState(head, ["waiting", "active", "paused", "locked"], "cannot_call");
    return { entry: { kind: "called", ...base(instruction) }, head: { calls: (head.calls ?? 0) + 1 } };
  };
}
