import type { z } from "zod";

/**
 * A stored snapshot, checked against its schema.
 *
 * @param what Whose snapshot it is, for the sentence.
 * @throws {RangeError} If it does not fit.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { z } from "zod";
 *
 * assert.deepEqual(readSnapshot(z.array(z.number()), [1, 2], "two numbers"), [1, 2]);
 * ```
 */
export function readSnapshot<T>(schema: z.ZodType<T>, snapshot: unknown, what: string): T {
  const answer = schema.safeParse(snapshot);
  if (answer.success) return answer.data;
  const issue = answer.error.issues[0];
  throw new RangeError(`Cannot restore ${what}: ${issue.path.join(".") || "the snapshot"}: ${issue.message}`);
}
