/**
 * Every text in a question that a student reads, and so can copy: what stands in its fields called `text`, at any depth.
 * Serves the page, which knows no schema.
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
  return Object.entries(part).flatMap(([name, value]) =>
    name === "text" && typeof value === "string" ? [value] : textsIn(value)
  );
}
