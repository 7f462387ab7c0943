import { Flag } from "../../protocol/attempt_detail.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { isId, newId } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import { keys } from "../store/keys.ts";
import type { Write } from "../store/parts.ts";

/** A mark on a moment of an attempt, before it has its id. */
export interface NewFlag {
  t: number;
  at: number;
  by: string;
  note: string;
}

/** Raises a flag; it and the count in the attempt's head are one atomic. */
export async function raiseFlag(attempt: LiveAttempt, flag: NewFlag, writes: Write[] = []): Promise<Flag> {
  const stored: Flag = { ...flag, flag_id: newId(), attempt_id: attempt.attemptId, state: "open" };
  const key = keys.flag(attempt.record.examId, attempt.attemptId, stored.flag_id);
  await attempt.note((head) => ({ openFlags: head.openFlags + 1 }), [{ key, value: stored, bytes: 400 }, ...writes]);
  return stored;
}

/** An attempt's flags, in the order of their moments. */
export async function listFlags(kv: Deno.Kv, examId: string, attemptId: string): Promise<Flag[]> {
  const flags: Flag[] = [];
  for await (const { value } of kv.list({ prefix: keys.flagsByAttemptPrefix(examId, attemptId) })) {
    flags.push(Flag.parse(value));
  }
  return flags.sort((a, b) => a.t - b.t);
}

/**
 * Confirms or dismisses a flag, or opens it again.
 *
 * @throws {Refusal} `not_found`
 */
export async function decideFlag(
  attempt: LiveAttempt,
  kv: Deno.Kv,
  flagId: string,
  state: Flag["state"],
  writes: Write[] = [],
): Promise<Flag> {
  if (!isId(flagId)) throw new Refusal("not_found", "There is no such flag.");
  const key = keys.flag(attempt.record.examId, attempt.attemptId, flagId);
  const stored = await kv.get(key);
  if (stored.versionstamp === null) throw new Refusal("not_found", "There is no such flag.");
  const before = Flag.parse(stored.value);
  const after: Flag = { ...before, state };
  const change = Number(state === "open") - Number(before.state === "open");
  await attempt.note((head) => ({ openFlags: Math.max(0, head.openFlags + change) }), [
    { key, value: after, bytes: 400 },
    ...writes,
  ]);
  return after;
}
