import { z } from "zod";

/**
 * A parameter of a query that says `true` or `false`. Any other word is refused, an empty one and other case as well.
 *
 * @param usual What it is where it is left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { z } from "zod";
 *
 * const Query = z.object({ preview: queryFlag() });
 * assert.equal(Query.parse({ preview: "true" }).preview, true);
 * assert.equal(Query.parse({}).preview, false);
 * assert.equal(Query.safeParse({ preview: "yes" }).success, false);
 * ```
 */
export function queryFlag(usual = false) {
  return z.enum(["true", "false"]).default(usual ? "true" : "false").transform((word) => word === "true");
}
