import type { Question } from "../../../../protocol/items/registry.ts";
import { canonicalJson, sha256Hex } from "../../../log/hash.ts";
import type { Candidate } from "./found.ts";

/** Fields that fit a question also after its text or its choices were changed in the file. */
const ALWAYS_FIT = new Set([
  "id",
  "points",
  "unit",
  "words",
  "guidance",
  "max_characters",
  "tags",
  "feedback",
  "programming_language",
  "starter",
  "accept",
  "max_files",
  "max_megabytes",
]);

/** Characters of the hash that says which reading a remainder belongs to. */
const HASH_CHARACTERS = 12;

/**
 * What a format cannot say of a question, as one line of text for a comment, or null where it says everything. It is found by
 * reading back what was written, so nothing is forgotten: each field that came out otherwise, null for one that should not be
 * there, behind a hash of the reading.
 *
 * @param bare The question as the format's own words give it.
 * @param isNoted Whether something would be noted of that reading, which then is said to be as it should.
 */
export function unsaidOf(question: Question, bare: Candidate, isNoted = false): string | null {
  const whole: Candidate = question;
  const fields = [...new Set([...Object.keys(whole), ...Object.keys(bare)])]
    .filter((field) => canonical(whole[field]) !== canonical(bare[field]))
    .map((field) => [field, whole[field] ?? null]);
  if (fields.length === 0 && !isNoted) return null;
  return `${hashOf(bare)} ${JSON.stringify(Object.fromEntries(fields))}`;
}

/**
 * A question with what its format could not say. Where its own words were changed since it was written, only what fits
 * in any case is taken.
 *
 * @returns The question, and whether some of the remainder was left; the bare question where the remainder cannot be read.
 */
export function withUnsaid(bare: Candidate, unsaid: string): { candidate: Candidate; isPartly: boolean } {
  const [hash, json] = [unsaid.slice(0, HASH_CHARACTERS), unsaid.slice(HASH_CHARACTERS + 1)];
  const fields = objectOf(json);
  if (fields === null) return { candidate: bare, isPartly: true };
  const isSame = hash === hashOf(bare);
  const fitting = Object.entries(fields).filter(([field]) => isSame || ALWAYS_FIT.has(field));
  const joined = { ...bare, ...Object.fromEntries(fitting) };
  const candidate = Object.fromEntries(Object.entries(joined).filter(([, value]) => value !== null));
  return { candidate, isPartly: fitting.length < Object.keys(fields).length };
}

function objectOf(json: string): Candidate | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function hashOf(bare: Candidate): string {
  return sha256Hex(canonical(bare)).slice(0, HASH_CHARACTERS);
}

function canonical(value: unknown): string {
  return value === undefined ? "" : canonicalJson(value);
}
