import { Buffer } from "node:buffer";
import { MAX_PICTURE_BYTES } from "../../../../protocol/limits.ts";
import type { ImportedPicture } from "../../../../protocol/transfer.ts";
import { type Picture, readPicture } from "../../media/read_picture.ts";

/** Characters of base64 for the largest picture; line ends come on top. */
const MOST_CHARACTERS = Math.ceil(MAX_PICTURE_BYTES / 3) * 4 * 1.1;

/** How HTML writes a picture into its own text. */
const DATA = /^data:image\/[\w.+-]+(?:;[\w=-]+)*?(;base64)?,/;

/** The picture that a text in base64 holds; null where it is none that we show, or larger than one may be. */
export function pictureOfBase64(text: string): Picture | null {
  return text.length > MOST_CHARACTERS ? null : boundedPicture(new Uint8Array(Buffer.from(text, "base64")));
}

/** The picture that a `data:` address holds, or null. */
export function pictureOfData(address: string): Picture | null {
  const [head, isBase64] = DATA.exec(address.slice(0, 200)) ?? [];
  if (head === undefined || address.length > MOST_CHARACTERS) return null;
  const content = address.slice(head.length);
  if (isBase64 !== undefined) return pictureOfBase64(content);
  try {
    return boundedPicture(new TextEncoder().encode(decodeURIComponent(content)));
  } catch {
    // A percent sign of its own.
    return null;
  }
}

/** The picture that a file's bytes are; null where they are none that we show, or more than one may have. */
export function boundedPicture(bytes: Uint8Array<ArrayBuffer>): Picture | null {
  return bytes.length > MAX_PICTURE_BYTES ? null : readPicture(bytes);
}

/** A picture as an import answers it. */
export function importedPicture({ mediaId, type, content }: Picture): ImportedPicture {
  return { media_id: mediaId, type, content: base64Of(content) };
}

/** A picture that an import answered; it was looked at when it was read. */
export function takenPicture({ media_id: mediaId, type, content }: ImportedPicture): Picture {
  return { mediaId, type, content: new Uint8Array(Buffer.from(content, "base64")) };
}

/** Bytes in base64. */
export function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
