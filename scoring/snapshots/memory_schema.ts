import { z } from "zod";

/**
 * Schema of what a tracker remembers: the same names as at the beginning, each a number or a truth as there.
 *
 * A tracker keeps its numbers in one object and says them once, with their values before the first event. The
 * snapshot is a copy of that object, and restoring copies back: nothing can be forgotten or end up under another name.
 *
 * @param start What is remembered before the first event.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const schema = memorySchema({ lastT: -1, isHeld: false });
 * assert.deepEqual(schema.parse({ lastT: 5, isHeld: true }), { lastT: 5, isHeld: true });
 * assert.equal(schema.safeParse({ lastT: 5 }).success, false);
 * ```
 */
export function memorySchema<Memory extends Readonly<Record<string, number | boolean>>>(start: Memory) {
  const shape = Object.entries(start).map(([name, value]) => [
    name,
    typeof value === "number" ? z.number() : z.boolean(),
  ]);
  return z.strictObject(Object.fromEntries(shape)).pipe(z.custom<Memory>());
}
