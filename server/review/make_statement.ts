import type { StatementBody } from "../../protocol/review.ts";
import { MAX_STATEMENTS } from "../../protocol/limits.ts";
import { said } from "../../words/refusal.ts";
import { hasLog } from "../attempts/has_log.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { stated } from "../attempts/review_words.ts";
import { takesStatements } from "../attempts/takes_statements.ts";
import { Refusal } from "../errors.ts";
import { newSalt, saltedHash } from "../evidence/salted_hash.ts";
import type { Exam } from "../store/exam_store.ts";
import type { PrivateReasonStore } from "../store/private_reason_store.ts";

/**
 * Puts a student's own words beside the evidence, also after the submission: an entry of the log, which knows them by their
 * salted hash alone.
 *
 * @param newest The exam as it is now, whose policy counts.
 * @throws {Refusal} `forbidden` where the exam's policy takes none; `wrong_state` where the log was removed; `conflict` for more
 * than an attempt takes.
 */
export async function makeStatement(
  attempt: LiveAttempt,
  newest: Exam,
  store: PrivateReasonStore,
  { text, t, now }: StatementBody & { now: number },
): Promise<void> {
  if (!takesStatements(newest)) throw new Refusal("forbidden", "no_statements");
  if (!hasLog(attempt)) throw new Refusal("wrong_state", "cannot_state_removed");
  if (attempt.folded.statements.length >= MAX_STATEMENTS) {
    throw new Refusal("conflict", said("too_many_statements", { most: MAX_STATEMENTS }));
  }
  const salt = newSalt();
  const hash = saltedHash("statement", salt, text);
  await attempt.intervene(stated(now, hash, t ?? null), [store.put(attempt.attemptId, hash, { salt, text })]);
}
