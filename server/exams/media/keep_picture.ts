import { Refusal } from "../../errors.ts";
import type { Stores } from "../../store/stores.ts";
import { putPicture } from "./put_picture.ts";
import { readPicture } from "./read_picture.ts";

/**
 * Stores a picture of an exam by its content, whole or not at all, before any text refers to it. The same one again changes
 * nothing.
 *
 * @returns Its id: the hash of its bytes as they are stored, 43 characters.
 * @throws {Refusal} `not_found`; `invalid` where it is no picture that we show; `too_large` where the exam has too many.
 */
export async function keepPicture(
  { media, exams }: Pick<Stores, "media" | "exams">,
  examId: string,
  given: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<string> {
  if (await exams.get(examId) === null) throw new Refusal("not_found", "no_such_exam");
  return await storePicture(media, examId, given, now);
}

/**
 * The same for whatever has pictures: an exam, or a question of the bank. Whether it is there its caller has asked.
 *
 * @throws {Refusal} `invalid`, `too_large`.
 */
export async function storePicture(
  media: Stores["media"],
  ownerId: string,
  given: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<string> {
  const picture = readPicture(given);
  if (picture === null) throw new Refusal("invalid", "no_picture");
  await putPicture(media, ownerId, picture, now);
  return picture.mediaId;
}
