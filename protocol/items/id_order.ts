import type { z } from "zod";

/** How ids are sorted where their order must say nothing: by code points. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** From this many on, a key in the order of its ids is no accident. */
const TELLING = 3;

/**
 * Refuses a key whose ids, in the right order, are sorted: ids reach the student, who would read the key off `a, b, c` or
 * `1, 2, 10`.
 */
export function checkIdOrder(correct: readonly string[], context: z.RefinementCtx): void {
  if (isInIdOrder(correct)) {
    context.addIssue({ code: "custom", path: ["correct"], message: "ids_tell_order" });
  }
}

/** Whether a key of three and more follows the order of its ids, by code points or as people count. */
export function isInIdOrder(correct: readonly string[]): boolean {
  if (correct.length < TELLING) return false;
  const isSorted = (compare: (a: string, b: string) => number) =>
    correct.every((id, index) => index === 0 || compare(correct[index - 1], id) < 0);
  const plain = (a: string, b: string) => byId({ id: a }, { id: b });
  const counted = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
  return isSorted(plain) || isSorted(counted);
}
