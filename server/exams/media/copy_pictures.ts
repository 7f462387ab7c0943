import type { Stores } from "../../store/stores.ts";

/**
 * Copies an exam's pictures to another one that was made from it: its texts refer to them by their content, so they stay as
 * they are. Done before the other one is shown; again changes nothing.
 *
 * @param now Server time, ms since 1970.
 */
export async function copyPictures(
  { media }: Pick<Stores, "media">,
  fromExamId: string,
  toExamId: string,
  now: number,
): Promise<void> {
  for (const { mediaId } of await media.list(fromExamId)) {
    const picture = await media.read(fromExamId, mediaId);
    if (picture === null) continue;
    const { type, content } = picture;
    await media.putParts(toExamId, mediaId, content);
    await media.put(toExamId, mediaId, { type, bytes: content.length, at: now, isWhole: true });
  }
}
