import { mediaIdsIn } from "../../../protocol/media_ids.ts";
import type { Stores } from "../../store/stores.ts";

/** A picture that no text refers to goes after so long, ms: its author may still be writing. */
export const UNUSED_FOR_MS = 30 * 24 * 3_600_000;

/** A picture that is not whole after so long was cut off, ms, and one of what is not there was copied for what never came to be. */
export const CUT_OFF_AFTER_MS = 3_600_000;

/**
 * Removes pictures that were cut off, those of exams and questions of the bank that are not there after an hour (pictures are copied
 * before their exam is made), and those that no text of an exam refers to any more. Of an exam that somebody sits, sat or tries, and
 * of a question of the bank none goes that is whole: an older revision may show it. Each exam and question has copies of its own.
 *
 * @returns How many went.
 */
export async function tidyPictures(
  { media, exams, bank, examAttempts, trials }: Pick<Stores, "media" | "exams" | "bank" | "examAttempts" | "trials">,
  now: number,
): Promise<number> {
  let removed = 0;
  for await (const ownerId of media.owners()) {
    const exam = await exams.get(ownerId);
    const keepsAll = exam === null
      ? await bank.get(ownerId) !== null
      : !(await examAttempts.list(ownerId).next()).done || (await trials.of(ownerId)).length > 0;
    const used = mediaIdsIn(exam?.value.document);
    for (const picture of await media.list(ownerId)) {
      const { mediaId, at, isWhole } = picture;
      if (isWhole && (keepsAll || used.has(mediaId))) continue;
      if (now - at < (isWhole && exam !== null ? UNUSED_FOR_MS : CUT_OFF_AFTER_MS)) continue;
      if (await media.removeListed(ownerId, picture)) removed++;
    }
  }
  return removed;
}
