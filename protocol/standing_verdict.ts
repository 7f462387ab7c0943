import type { VerdictWord } from "./verdict_word.ts";

/** What counts of an attempt's verdicts. */
export interface StandingVerdict {
  /** Null for none. */
  verdict: VerdictWord | null;
  /** Whose violation waits for another person; null for none. */
  proposedBy: string | null;
}

/**
 * What counts of an attempt's verdicts: the newest. Where two people are asked for, a violation counts once two have said it
 * with no other word between; until then it waits, and what was said before counts.
 *
 * @param verdicts Oldest first.
 * @param isByTwo Whether a violation needs another person.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const one = { verdict: "violation", by: "bea" } as const;
 * assert.deepEqual(standingVerdict([one], true), { verdict: null, proposedBy: "bea" });
 * assert.deepEqual(standingVerdict([one, { ...one, by: "carl" }], true), { verdict: "violation", proposedBy: null });
 * ```
 */
export function standingVerdict(
  verdicts: readonly { verdict: VerdictWord; by: string }[],
  isByTwo: boolean,
): StandingVerdict {
  let counted: VerdictWord | null = null;
  let sayers: string[] = [];
  for (const { verdict, by } of verdicts) {
    sayers = verdict !== "violation" ? [] : sayers.includes(by) ? sayers : [...sayers, by];
    if (verdict !== "violation" || !isByTwo || sayers.length > 1) counted = verdict;
  }
  return { verdict: counted, proposedBy: isByTwo && sayers.length === 1 ? sayers[0] : null };
}
