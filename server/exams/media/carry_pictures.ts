import { mediaIdsIn } from "../../../protocol/media_ids.ts";
import type { Stores } from "../../store/stores.ts";
import { putPicture } from "./put_picture.ts";

/**
 * Copies the pictures that a question shows to where the question goes, before it does: from an exam into the bank, or from there into
 * an exam. The text refers to them by their content and stays as it is. One that is there already is kept; one that is nowhere is
 * left out.
 *
 * @param from Id of the exam or of the bank's question that has the pictures. @param to The same of where they go.
 * @param now Server time, ms since 1970.
 * @throws {Refusal} `too_large` where there would be too many.
 */
export async function carryPictures(
  { media }: Pick<Stores, "media">,
  from: string,
  to: string,
  question: unknown,
  now: number,
): Promise<void> {
  for (const mediaId of mediaIdsIn(question)) {
    if (await media.renew(to, mediaId, now)) continue;
    const picture = await media.read(from, mediaId);
    if (picture !== null) await putPicture(media, to, { mediaId, ...picture }, now);
  }
}
