import type { Stores } from "../../store/stores.ts";
import { mediaIdsIn } from "../../../protocol/media_ids.ts";
import type { Picture } from "./read_picture.ts";

/** The pictures of an exam that the texts of a value show, by their ids. One that is not there is left out. */
export async function shownPictures(
  media: Stores["media"],
  examId: string,
  value: unknown,
): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const mediaId of mediaIdsIn(value)) {
    const picture = await media.read(examId, mediaId);
    if (picture !== null) pictures.set(mediaId, { mediaId, ...picture });
  }
  return pictures;
}
