import type { Sentences } from "./words.ts";

/** The groups of words that contributions are called by. */
type ContributionWords = Pick<Sentences, "contributions" | "featureTitles" | "signals">;

/** What a contribution is called in a list, and what it measures, where that is not all said by its name. */
export interface ContributionText {
  name: string;
  meaning?: string;
}

/**
 * A contribution, signal, category or feature in words; its own name, spelt out, where it is a new one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { ENGLISH } from "./languages.ts";
 *
 * assert.equal(contributionText(ENGLISH.sentences, "external_text").name, "Text from outside");
 * assert.equal(contributionText(ENGLISH.sentences, "some_new_thing").name, "Some new thing");
 * ```
 */
export function contributionText(
  { contributions, featureTitles, signals }: ContributionWords,
  name: string,
): ContributionText {
  if (isIn(signals, name)) return signals[name];
  if (isIn(featureTitles, name)) return featureTitles[name];
  if (isIn(contributions.names, name)) return { name: contributions.names[name] };
  const spelt = name.replaceAll("_", " ");
  return { name: spelt.charAt(0).toUpperCase() + spelt.slice(1) };
}

function isIn<Known extends object>(known: Known, name: PropertyKey): name is keyof Known {
  return Object.hasOwn(known, name);
}
