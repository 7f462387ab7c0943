import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { raiseFlag } from "../review/flags.ts";
import type { FlagStore } from "../store/flag_store.ts";

/** Fewer characters than this are what a hand writes before the page says that the exam stands still. */
const LEAST_CHARACTERS = 10;

/** A further flag is raised when there is so many times as much: however much is written, the flags are few. */
const AGAIN_AT = 10;

/** Raises a flag where a student wrote more than a slip while the attempt was paused, locked or over. @returns Whether it did. */
export async function flagKept(flags: FlagStore, attempt: LiveAttempt, now: number): Promise<boolean> {
  const characters = attempt.folded.kept?.characters ?? 0;
  if (!isDue(characters, attempt.head.flaggedKept)) return false;
  let isFirst = false;
  await attempt.note(({ flaggedKept }) => {
    isFirst = isDue(characters, flaggedKept);
    return { flaggedKept: Math.max(characters, flaggedKept ?? 0) };
  });
  if (!isFirst) return false;
  const t = attempt.folded.kept?.to ?? attempt.head.lastT;
  await raiseFlag(attempt, flags, { t, at: now, by: "rule", note: "", rule: { code: "not_applied", characters } });
  return true;
}

function isDue(characters: number, flaggedKept: number | undefined): boolean {
  return characters >= Math.max(LEAST_CHARACTERS, AGAIN_AT * (flaggedKept ?? 0));
}
