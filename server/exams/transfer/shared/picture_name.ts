import type { Picture } from "../../media/read_picture.ts";

const ENDINGS: Readonly<Record<Picture["type"], string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/svg+xml": "svg",
};

/** The name of a picture's file. */
export function pictureName({ mediaId, type }: Picture): string {
  return `${mediaId}.${ENDINGS[type]}`;
}
