import { z } from "zod";
import { authoredText, ItemId } from "./prompt.ts";

/** Criteria of one question, at most. */
const MOST_CRITERIA = 30;

/**
 * What a person marks an answer by: criteria that are met or not, each with its points. For markers; of a question as a
 * student may see it, it is no part.
 */
export const rubric = z.array(z.strictObject({
  id: ItemId,
  text: authoredText(1_000),
  points: z.number().min(0).max(1_000),
})).min(1).max(MOST_CRITERIA).superRefine((criteria, context) => {
  if (new Set(criteria.map(({ id }) => id)).size === criteria.length) return;
  context.addIssue({ code: "custom", message: "criteria_differ" });
});
export type Rubric = z.infer<typeof rubric>;

/**
 * Points that met criteria give together, no more than the question's.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const criteria = [{ id: "a", text: "Names it", points: 1.5 }, { id: "b", text: "Explains it", points: 2 }];
 * assert.equal(rubricPoints(criteria, ["a", "b"], 5), 3.5);
 * assert.equal(rubricPoints(criteria, ["a", "b"], 3), 3);
 * ```
 */
export function rubricPoints(criteria: Rubric, met: readonly string[], max: number): number {
  const sum = criteria.reduce((points, { id, points: own }) => met.includes(id) ? points + own : points, 0);
  return Math.min(max, Math.round(sum * 1_000) / 1_000);
}
