import { seenText } from "./seen_text.ts";

/**
 * Every text in a question that a student reads, and so can copy: what stands in its fields called `text`, at any depth,
 * or what is seen of their `html`, where the exam is Markdown. Serves the page, which knows no schema.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const choices = [{ id: "a", text: "Yes" }, { id: "b", text: "No" }];
 * assert.deepEqual(textsIn({ id: "q1", text: "Is it?", choices }), ["Is it?", "Yes", "No"]);
 * ```
 */
export function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== "object" || part === null) return [];
  const html = "html" in part && typeof part.html === "string" ? part.html : null;
  return Object.entries(part).flatMap(([name, value]) =>
    name === "text" && typeof value === "string" ? [html === null ? value : seenText(html)] : textsIn(value)
  );
}
