/**
 * How the raw server stores: `commit` gives each batch a new key in the order of commits, `attempt` a new key under its
 * attempt, and `segment` puts all batches of a commit into one value.
 */
export const LAYOUTS = ["commit", "attempt", "segment"] as const;
export type Layout = typeof LAYOUTS[number];

export function isLayout(name: string): name is Layout {
  return LAYOUTS.some((layout) => layout === name);
}
