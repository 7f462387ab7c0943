/** How a text refers to a picture: by the hash of its content. */
const MEDIA = /\bmedia:([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g;

/**
 * Pictures that the texts of a question or a document refer to.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const id = "A".repeat(43);
 * assert.deepEqual([...mediaIdsIn({ text: `![A map](media:${id})` })], [id]);
 * ```
 */
export function mediaIdsIn(value: unknown): Set<string> {
  return new Set(Array.from((JSON.stringify(value) ?? "").matchAll(MEDIA), ([, mediaId]) => mediaId));
}
