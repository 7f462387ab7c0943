import { z } from "zod";

/** A value as its schema reads it, or what is wrong with it. */
type Parsed<Value> = { success: true; data: Value } | { success: false; error: z.ZodError };

/**
 * `safeParse` that keeps its word. Zod compares the `length` of whatever has one, also of what is no text or list, and
 * a hostile one (`{"length": {"toString": 1}}`) makes it throw: such a value is not valid, and nobody's fault but
 * its sender's.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { z } from "zod";
 *
 * const name = z.union([z.string().max(9), z.array(z.string()).max(9)]);
 * assert.equal(parseSafely(name, { length: { toString: 1 } }).success, false);
 * assert.equal(parseSafely(name, "Ada").success, true);
 * ```
 */
export function parseSafely<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  options?: z.core.ParseContext<z.core.$ZodIssue>,
): Parsed<z.output<Schema>> {
  try {
    return schema.safeParse(value, options);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const issue = { code: "custom" as const, path: [], message: "unreadable", input: undefined };
    return { success: false, error: new z.ZodError([issue]) };
  }
}
