import { createHash } from "node:crypto";

/** Characters of an id: 128 bits. */
const CHARACTERS = 22;

/**
 * The id of a roster's student: made from what the line is stored under, which never changes. Lines of before have one, too,
 * and nobody comes from it to a token.
 */
export function studentIdOf(hash: string): string {
  return createHash("sha256").update(`roster student ${hash}`).digest("base64url").slice(0, CHARACTERS);
}
