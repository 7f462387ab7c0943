import { z } from "zod";
import { ItemId } from "./items/prompt.ts";
import { MAX_QUESTIONS } from "./limits.ts";

/** Pools of one exam, at most. */
export const MAX_POOLS = 100;

/** Questions of which each attempt has some. */
export const Pool = z.strictObject({
  id: ItemId,
  take: z.int().min(1).max(MAX_QUESTIONS).describe(
    "How many of its questions each attempt has; they give the same points",
  ),
});
export type Pool = z.infer<typeof Pool>;

interface Pooled {
  questions: readonly { pool?: string; points: number }[];
  pools?: readonly { id: string; take: number }[];
}

/** That pools differ, questions name one that there is, and those of one pool give the same points. */
export function refusePoolProblems({ questions, pools = [] }: Pooled, context: z.RefinementCtx): void {
  const ids = new Set<string>();
  pools.forEach(({ id }, index) => {
    if (ids.has(id)) {
      context.addIssue({ code: "custom", path: ["pools", index, "id"], message: "used_twice", params: { value: id } });
    }
    ids.add(id);
  });
  const points = new Map<string, number>();
  questions.forEach(({ pool, points: own }, index) => {
    if (pool === undefined) return;
    if (!ids.has(pool)) {
      const path = ["questions", index, "pool"];
      context.addIssue({ code: "custom", path, message: "no_such_pool", params: { value: pool } });
    }
    const others = points.get(pool) ?? own;
    points.set(pool, others);
    if (own === others) return;
    context.addIssue({ code: "custom", path: ["questions", index, "points"], message: "pool_points_differ" });
  });
}

/** Indices of the pools that have fewer questions than are to be taken. */
export function smallPools({ questions, pools = [] }: Pooled): number[] {
  return pools.flatMap(({ id, take }, index) =>
    questions.filter(({ pool }) => pool === id).length < take ? [index] : []
  );
}

/**
 * How many questions each attempt has.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const questions = [{ points: 1 }, { pool: "a", points: 2 }, { pool: "a", points: 2 }, { pool: "a", points: 2 }];
 * assert.equal(drawnCount({ questions, pools: [{ id: "a", take: 2 }] }), 3);
 * ```
 */
export function drawnCount({ questions, pools = [] }: Pooled): number {
  const left = pools.map(({ id, take }) => Math.max(0, questions.filter(({ pool }) => pool === id).length - take));
  return left.reduce((count, others) => count - others, questions.length);
}
