import type { ShownResults } from "../../protocol/results.ts";

/** What students can be shown of their results, in the order in which it is asked. */
export const SHOWN_PARTS = ["points", "answers", "comments", "key", "feedback"] as const satisfies readonly (
  keyof ShownResults
)[];
