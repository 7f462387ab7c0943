import { randomBytes } from "node:crypto";
import { canonicalJson, sha256Hex } from "../log/hash.ts";

/** Private parts of a record that stand in its chain as salted hashes. */
type PrivatePart =
  | "student"
  | "flag_note"
  | "mark_comment"
  | "verdict_note"
  | "statement"
  | "staff_note"
  | "reason"
  | "terms"
  | "flag";

/** 128 random bits (base64url): without them nobody can try names until one fits. */
export function newSalt(): string {
  return randomBytes(16).toString("base64url");
}

/**
 * What stands in a chain for something private: text and salt are kept beside it, and once they are erased the hash says
 * nothing any more, while the chain still fits.
 *
 * @param part What it is: the hash of one kind is worthless for another.
 */
export function saltedHash(part: PrivatePart, salt: string, value: unknown): string {
  return sha256Hex(canonicalJson(["invigil private 1", part, salt, value]));
}
