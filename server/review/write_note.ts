import { MAX_STAFF_NOTES } from "../../protocol/limits.ts";
import { said } from "../../words/refusal.ts";
import { hasLog } from "../attempts/has_log.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { noted } from "../attempts/review_words.ts";
import { Refusal } from "../errors.ts";
import { newSalt, saltedHash } from "../evidence/salted_hash.ts";
import type { Write } from "../store/mutation.ts";
import type { PrivateReasonStore } from "../store/private_reason_store.ts";

/**
 * Notes something on an attempt for the others of the staff: an entry of the log, which knows the words by their salted hash
 * alone, so that they can be removed. Its student is never told.
 *
 * @throws {Refusal} `wrong_state` where the log was removed; `conflict` for more than an attempt takes.
 */
export async function writeNote(
  attempt: LiveAttempt,
  store: PrivateReasonStore,
  { text, by, now }: { text: string; by: string; now: number },
  writes: readonly Write[],
): Promise<void> {
  if (!hasLog(attempt)) throw new Refusal("wrong_state", "cannot_note_removed");
  if (attempt.folded.notes.length >= MAX_STAFF_NOTES) {
    throw new Refusal("conflict", said("too_many_notes", { most: MAX_STAFF_NOTES }));
  }
  const salt = newSalt();
  const hash = saltedHash("staff_note", salt, text);
  await attempt.intervene(noted({ by, now, reason: null }, hash), [
    store.put(attempt.attemptId, hash, { salt, text }),
    ...writes,
  ]);
}
