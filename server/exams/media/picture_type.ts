import type { MediaType } from "../../../protocol/media.ts";

/** First bytes of each kind of picture; a null is any byte. */
const SIGNATURES: readonly [type: MediaType, bytes: readonly (number | null)[]][] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/webp", [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
];

/** What may stand before the root of an SVG: a declaration, comments, a document type without entities. */
const SVG =
  /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*(?:<!DOCTYPE[^>[]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<svg[\s>]/;

/** What a picture is by its content, whatever it is called; null where it is none that we show. */
export function pictureType(content: Uint8Array): MediaType | null {
  for (const [type, bytes] of SIGNATURES) {
    if (bytes.every((byte, index) => byte === null || content[index] === byte)) return type;
  }
  return SVG.test(new TextDecoder().decode(content.subarray(0, 4_096))) ? "image/svg+xml" : null;
}
