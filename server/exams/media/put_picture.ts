import { MAX_EXAM_MEDIA_BYTES, MAX_EXAM_PICTURES } from "../../../protocol/limits.ts";
import { said } from "../../../words/refusal.ts";
import { Refusal } from "../../errors.ts";
import type { Stores } from "../../store/stores.ts";
import type { Picture } from "./read_picture.ts";

/**
 * Puts a picture to an exam or a question of the bank, whole or not at all. One that is there already is given again.
 *
 * @param now Server time, ms since 1970.
 * @throws {Refusal} `too_large` where there would be too many.
 */
export async function putPicture(
  media: Stores["media"],
  ownerId: string,
  { mediaId, type, content }: Picture,
  now: number,
): Promise<void> {
  if (await media.renew(ownerId, mediaId, now)) return;
  const place = { type, bytes: content.length, at: now };
  // Its place is taken first and counted with the others: of two that come at once, none slips in over the limit.
  await media.put(ownerId, mediaId, { ...place, isWhole: false });
  const all = await media.list(ownerId);
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0);
  if (all.length > MAX_EXAM_PICTURES || bytes > MAX_EXAM_MEDIA_BYTES) {
    await media.remove(ownerId, mediaId);
    throw new Refusal(
      "too_large",
      said("too_many_pictures", { pictures: MAX_EXAM_PICTURES, bytes: MAX_EXAM_MEDIA_BYTES }),
    );
  }
  await media.putParts(ownerId, mediaId, content);
  await media.put(ownerId, mediaId, { ...place, isWhole: true });
}
