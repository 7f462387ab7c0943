import type { Sentences } from "./words.ts";

/** The groups of words that contributions' names are in. */
export type ContributionWords = Pick<Sentences, "contributions" | "features" | "signals">;

/**
 * A contribution, signal, category or feature in words; its own name, spelt out, where it is a new one.
 *
 * @example
 * assert.equal(contributionName(ENGLISH.sentences, "external_text"), "Text from outside");
 * assert.equal(contributionName(ENGLISH.sentences, "some_new_thing"), "Some new thing");
 */
export function contributionName({ contributions, features, signals }: ContributionWords, name: string): string {
  if (isIn(signals, name)) return signals[name].name;
  if (isIn(features, name)) return features[name].short;
  if (isIn(contributions.names, name)) return contributions.names[name];
  const spelt = name.replaceAll("_", " ");
  return spelt.charAt(0).toUpperCase() + spelt.slice(1);
}

function isIn<Known extends object>(known: Known, name: PropertyKey): name is keyof Known {
  return Object.hasOwn(known, name);
}
