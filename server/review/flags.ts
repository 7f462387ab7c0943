import type { Flag } from "../../protocol/flag.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { newId } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import type { FlagStore } from "../store/flag_store.ts";
import type { Mutation } from "../store/mutation.ts";

/** A mark on a moment of an attempt, before it has its id. */
type NewFlag = Pick<Flag, "t" | "at" | "by" | "note" | "rule">;

/** Raises a flag; it and the count in the attempt's head are one atomic. */
export async function raiseFlag(
  attempt: LiveAttempt,
  flags: FlagStore,
  flag: NewFlag,
  writes: readonly Mutation[] = [],
): Promise<Flag> {
  const stored: Flag = { ...flag, flag_id: newId(), attempt_id: attempt.attemptId, state: "open" };
  const write = flags.put(attempt.record.examId, stored);
  await attempt.note((head) => ({ openFlags: head.openFlags + 1 }), [write, ...writes]);
  return stored;
}

/**
 * Confirms or dismisses a flag, or opens it again.
 *
 * @throws {Refusal} `not_found`
 */
export async function decideFlag(
  attempt: LiveAttempt,
  flags: FlagStore,
  flagId: string,
  state: Flag["state"],
  writes: readonly Mutation[] = [],
): Promise<Flag> {
  const { examId } = attempt.record;
  const before = await flags.get(examId, attempt.attemptId, flagId);
  if (before === null) throw new Refusal("not_found", "no_such_flag");
  const after: Flag = { ...before, state };
  const change = Number(state === "open") - Number(before.state === "open");
  await attempt.note((head) => ({ openFlags: Math.max(0, head.openFlags + change) }), [
    flags.put(examId, after),
    ...writes,
  ]);
  return after;
}
