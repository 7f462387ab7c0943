import { EARLIER } from "./risk.ts";
import { FEATURES } from "./features/catalogue.ts";
import { CONTRIBUTORS } from "./weights.ts";

/** Everything that can stand in a report, and the catalogue's features. */
const NAMES: ReadonlySet<string> = new Set([EARLIER.name, ...[...CONTRIBUTORS, ...FEATURES].map(({ name }) => name)]);

/**
 * Whether something is called so that can contribute to a risk.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.ok(isContributionName("external_text"));
 * assert.ok(!isContributionName("some_new_thing"));
 * ```
 */
export function isContributionName(name: string): boolean {
  return NAMES.has(name);
}
