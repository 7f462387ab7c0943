import type { Flag } from "../../protocol/flag.ts";
import { flagDecided, flagRaised } from "../attempts/interventions.ts";
import { hasLog } from "../attempts/has_log.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { newId } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import { newSalt, saltedHash } from "../evidence/salted_hash.ts";
import type { FlagStore } from "../store/flag_store.ts";
import type { Mutation } from "../store/mutation.ts";

/** A mark on a moment of an attempt, before it has its id. */
type NewFlag = Pick<Flag, "t" | "at" | "by" | "note" | "rule">;

/**
 * Raises a flag: an entry of the attempt's log, and in the same atomic the flag itself, whose note the log knows by its
 * salted hash alone.
 *
 * @throws {Refusal} `wrong_state` where the log was removed.
 */
export async function raiseFlag(
  attempt: LiveAttempt,
  flags: FlagStore,
  flag: NewFlag,
  writes: readonly Mutation[] = [],
): Promise<Flag> {
  requireLog(attempt);
  const salt = flag.note === "" ? undefined : newSalt();
  const stored: Flag = {
    ...flag,
    flag_id: newId(),
    attempt_id: attempt.attemptId,
    state: "open",
    ...(salt && { salt }),
  };
  const note = salt === undefined ? null : saltedHash("flag_note", salt, flag.note);
  const by = flag.rule === undefined ? flag.by : "system";
  const write = flags.put(attempt.record.examId, stored);
  await attempt.intervene(flagRaised({ by, now: flag.at, reason: null }, stored, note), [write, ...writes]);
  return stored;
}

/** What was decided on a flag, by whom and when. */
export interface FlagDecision {
  flagId: string;
  state: Flag["state"];
  by: string;
  now: number;
}

/**
 * Confirms or dismisses a flag, or opens it again.
 *
 * @throws {Refusal} `not_found`; `wrong_state` where the log was removed.
 */
export async function decideFlag(
  attempt: LiveAttempt,
  flags: FlagStore,
  { flagId, state, by, now }: FlagDecision,
  writes: readonly Mutation[] = [],
): Promise<Flag> {
  const { examId } = attempt.record;
  const before = await flags.get(examId, attempt.attemptId, flagId);
  if (before === null) throw new Refusal("not_found", "no_such_flag");
  requireLog(attempt);
  const after: Flag = { ...before, state };
  const opened = Number(state === "open") - Number(before.state === "open");
  await attempt.intervene(flagDecided({ by, now, reason: null }, after, opened), [
    flags.put(examId, after),
    ...writes,
  ]);
  return after;
}

/** Nothing is put behind a log that is no longer there. */
function requireLog(attempt: LiveAttempt): void {
  if (!hasLog(attempt)) throw new Refusal("wrong_state", "cannot_flag_removed");
}
