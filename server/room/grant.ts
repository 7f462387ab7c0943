import type { Accommodations, StaffRole } from "../../protocol/exam.ts";
import type { ProctorAction } from "../../protocol/proctor_messages.ts";
import { accommodate, grantBreak } from "../attempts/allowances.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { Instruction } from "../attempts/interventions.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { Refusal } from "../errors.ts";
import { extraMs } from "../exams/exam_time.ts";
import { sealReason } from "../log/private_reason.ts";
import type { Mutation } from "../store/mutation.ts";

/** What a proctor allows a student. */
export type Grant = Extract<ProctorAction, { type: "accommodate" | "grant_break" }>;

/** Whether an action allows something. Its reason is private: it goes neither to the student nor in clear into the log. */
export function isGrant(action: ProctorAction): action is Grant {
  return action.type === "accommodate" || action.type === "grant_break";
}

/**
 * Allows a student something, from now on: what was scored before stays as it is.
 *
 * @throws {Refusal} `forbidden` where a proctor mutes or reweighs a signal, `wrong_state`, `unavailable`.
 */
export async function grant(
  attempts: Attempts,
  attempt: LiveAttempt,
  action: Grant,
  by: Omit<Instruction, "reason"> & { role: StaffRole },
  writes: readonly Mutation[],
): Promise<void> {
  const sealed = sealReason(action.reason);
  const { privateReasons } = attempts.stores;
  const all = sealed === null ? writes : [...writes, privateReasons.put(attempt.attemptId, sealed.hash, sealed.kept)];
  const instruction: Instruction = { by: by.by, now: by.now, reason: null };
  if (action.type === "grant_break") {
    return await attempt.intervene(grantBreak(instruction, action.minutes, sealed?.hash), all);
  }
  const { accommodations } = action;
  if (by.role === "proctor") requireUnmuted(attempt.context.accommodations, accommodations);
  const current = await attempts.contexts.current(attempt.exam, { ...attempt.context, accommodations });
  // As things stand now that the context is stored: another grant may have come in between.
  const before = attempt.context.accommodations;
  const { document } = attempt.exam;
  const moreMs = extraMs(document, accommodations) - extraMs(document, before);
  await attempt.intervene(accommodate(instruction, accommodations, moreMs, sealed?.hash), all, current);
}

/** @throws {Refusal} `forbidden` where signals are muted or reweighed otherwise than they were. */
function requireUnmuted(before: Accommodations, after: Accommodations): void {
  const isSame = after.muted.every((name) => before.muted.includes(name)) &&
    Object.entries(after.weights).every(([name, weight]) => before.weights[name] === weight);
  if (!isSame) throw new Refusal("forbidden", "muting_needs_instructor");
}
