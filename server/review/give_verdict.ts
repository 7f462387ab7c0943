import type { VerdictBody } from "../../protocol/review.ts";
import { MAX_VERDICTS } from "../../protocol/limits.ts";
import { isContributionName } from "../../scoring/contribution_names.ts";
import { said } from "../../words/refusal.ts";
import { hasLog } from "../attempts/has_log.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { verdictGiven } from "../attempts/review_words.ts";
import { Refusal } from "../errors.ts";
import { newSalt, saltedHash } from "../evidence/salted_hash.ts";
import type { Mutation } from "../store/mutation.ts";
import type { PrivateReason } from "../store/private_reason_store.ts";
import type { HeldVerdict } from "../store/snapshot_store.ts";
import type { Stores } from "../store/stores.ts";

/** A verdict that a person gives. */
export interface NewVerdict extends VerdictBody {
  by: string;
  now: number;
}

/**
 * A reviewer's word on an attempt: an entry of its log, which knows the note by its salted hash alone. What was said before
 * stays; the same word again by the same person adds nothing.
 *
 * @param writes What belongs into the same atomic.
 * @throws {Refusal} `invalid` for a reason that is neither a flag of the attempt nor a contribution, or where `suspicious` or
 * `violation` rests on nothing; `wrong_state` while the attempt is under way, or where its log was removed; `conflict` where
 * another person has said something since.
 */
export async function giveVerdict(
  attempt: LiveAttempt,
  { flags, privateReasons }: Pick<Stores, "flags" | "privateReasons">,
  { verdict, reasons: named, note: text, seen, by, now }: NewVerdict,
  writes: readonly Mutation[] = [],
): Promise<void> {
  const { attemptId, folded, record } = attempt;
  const { verdicts } = folded;
  const reasons = [...new Set(named)];
  if (!hasLog(attempt)) throw new Refusal("wrong_state", "cannot_review_removed");
  const known = new Set((await flags.list(record.examId, attemptId)).map(({ flag_id }) => flag_id));
  const strange = reasons.findIndex((reason) => !known.has(reason) && !isContributionName(reason));
  if (strange !== -1) {
    throw new Refusal("invalid", said("no_such_reason", { id: reasons[strange] }), { path: `reasons.${strange}` });
  }
  const isGrave = verdict === "violation" || verdict === "suspicious";
  if (isGrave && reasons.length === 0 && text === "") {
    throw new Refusal("invalid", "verdict_needs_reasons", { path: "reasons" });
  }
  const kept = await privateReasons.list(attemptId);
  if (isSame(verdicts.at(-1), { verdict, reasons, by, text }, kept)) return;
  const since = seen === undefined ? undefined : verdicts.slice(seen).findLast((one) => one.by !== by);
  if (since !== undefined) throw new Refusal("conflict", said("reviewed_meanwhile", { by: since.by }));
  if (verdicts.length >= MAX_VERDICTS) throw new Refusal("conflict", said("too_many_verdicts", { most: MAX_VERDICTS }));
  const salt = newSalt();
  const note = text === "" ? null : saltedHash("verdict_note", salt, text);
  const noted = note === null ? [] : [privateReasons.put(attemptId, note, { salt, text })];
  await attempt.intervene(verdictGiven({ by, now, reason: null }, { verdict, reasons, note }, verdicts), [
    ...noted,
    ...writes,
  ]);
}

function isSame(
  before: HeldVerdict | undefined,
  { verdict, reasons, by, text }: Pick<HeldVerdict, "verdict" | "reasons" | "by"> & { text: string },
  kept: ReadonlyMap<string, PrivateReason>,
): boolean {
  if (before === undefined || before.verdict !== verdict || before.by !== by) return false;
  if (before.reasons.toSorted().join() !== reasons.toSorted().join()) return false;
  return (before.note === null ? "" : kept.get(before.note)?.text) === text;
}
