import type { AttemptAction } from "../../protocol/attempt_detail.ts";
import { isOver } from "../../protocol/exam.ts";
import type { Notice } from "../../protocol/notice.ts";
import { isHold, isUnheard, isUnseen } from "./action_kinds.ts";
import type { AttemptFold } from "./attempt_fold.ts";
import { reachNotice } from "./interventions.ts";
import type { LiveAttempt } from "./live_attempt.ts";

/** What proctors wrote that the student has not seen yet, oldest first: as many as the fold keeps actions. */
export function unseenNotices({ actions }: Pick<AttemptFold, "actions">): Notice[] {
  return actions.filter(isUnseen).map(({ n, notice, reason, at }) => noticeOf(n, notice, reason, at));
}

/** A notice as its student gets it. @param n Number of its log entry. */
export function noticeOf(n: number, kind: Notice["kind"], text: string | null, at: number): Notice {
  return { id: String(n), kind, text: text ?? "", at };
}

/** Why an attempt is paused or locked: what somebody wrote, or that the exam's policy did it. */
export function holdOf({ actions }: Pick<AttemptFold, "actions">): { reason: string | null; by_policy?: true } {
  const hold = actions.findLast(isHold);
  return { reason: hold?.reason ?? null, ...(hold !== undefined && isByPolicy(hold) && { by_policy: true }) };
}

/** Whether nobody but the exam's policy has locked an attempt. */
export function isByPolicy({ kind, by }: Pick<AttemptAction, "by"> & { kind: string }): boolean {
  return kind === "locked" && by === "system";
}

/**
 * Notes that notices, or what else the student is told, have come so far, once each; one that is not there, or has come so far already, changes nothing.
 *
 * @throws {Refusal} (rejects) `unavailable`
 */
export async function reachNotices(
  attempt: LiveAttempt,
  ids: readonly string[],
  step: "delivered" | "seen",
  now: number,
): Promise<void> {
  if (isOver(attempt.head.state)) return;
  const due = attempt.folded.actions.filter((action) =>
    (isUnseen(action) || isUnheard(action)) && ids.includes(String(action.n)) &&
    (step === "seen" || action.delivered_at === undefined)
  );
  await Promise.all(due.map(({ n }) => attempt.intervene(reachNotice({ now }, n, step))));
}
