import type { z } from "zod";

/** Line ends by other names, as slides, word processors and PDFs copy them. */
const OTHER_BREAKS = /[\v\f\x85]/g;

/** Controls but for tabs and line ends, and halves of characters: no text that somebody means to write has one. */
const UNSEEN = /(?![\t\n\v\f\r\x85])[\p{Cc}\p{Cs}]/u;
const EACH_UNSEEN = /* @__PURE__ */ new RegExp(UNSEEN, "gu");

/** A sign that cannot be seen, and where in a value it stands. */
export interface UnseenSign {
  path: (string | number)[];
  /** As people look it up: `U+0000`. */
  sign: string;
}

/**
 * The first sign of a value's texts and names that nobody can see, or null.
 *
 * @param value Anything that JSON can be.
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(unseenIn({ notes: ["fine", "a\0b"] }), { path: ["notes", 1], sign: "U+0000" });
 * assert.equal(unseenIn("two\nlines"), null);
 * ```
 */
export function unseenIn(value: unknown, path: UnseenSign["path"] = []): UnseenSign | null {
  if (typeof value === "string") {
    const sign = UNSEEN.exec(value);
    return sign && { path, sign: `U+${sign[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}` };
  }
  if (typeof value !== "object") return null;
  for (const [key, part] of Object.entries(value ?? {})) {
    // A name itself can be anything: the way to it ends before.
    const found = unseenIn(key, path) ?? unseenIn(part, [...path, Array.isArray(value) ? +key : key]);
    if (found) return found;
  }
  return null;
}

/** Refuses a value in which a sign cannot be seen: for a schema of what is written now, and not of what is stored. */
export function refuseUnseen(value: unknown, context: z.RefinementCtx): void {
  const found = unseenIn(value);
  if (found) {
    context.addIssue({ code: "custom", path: found.path, message: "unseen_sign", params: { value: found.sign } });
  }
}

/** A text with each line end by another name as a plain one. */
export function withPlainBreaks(text: string): string {
  return text.replace(OTHER_BREAKS, "\n");
}

/** Makes plain line ends of all others in the texts of a value, in place. @param except Fields that stay as they are. */
export function plainBreaksIn(value: unknown, except: readonly string[] = []): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (except.includes(key)) continue;
    if (typeof part === "string") Reflect.set(value, key, withPlainBreaks(part));
    else plainBreaksIn(part);
  }
}

/** A text with a sign that can be seen in the place of each that cannot: for a file, where nobody can be asked. */
export function withoutUnseen(text: string): string {
  return withPlainBreaks(text).replace(EACH_UNSEEN, "\ufffd");
}
