import type { Speaker } from "./speaker.ts";
import type { Sentences } from "./words.ts";

/**
 * Version of what students agree to who are watched on pages of others. It goes along with the sentences, so that what is kept is the
 * version of what was read. It changes whenever a word of it does: a test holds that.
 */
export const WATCH_CONSENT_VERSION = "watch-2026-11-28";

type Leaves<Node, Before extends string = ""> = {
  [Key in keyof Node & string]: Node[Key] extends string ? `${Before}${Key}` : Leaves<Node[Key], `${Before}${Key}.`>;
}[keyof Node & string];

/** Names of what is said on pages that are not ours: `bar.call`. */
export type WatchKey = Leaves<Sentences["watch"]>;

/** What is said on pages that are not ours, by its name: they are given the sentences with the exam, in its language. */
export function watchTexts(
  speaker: Speaker,
  { watch }: Pick<Sentences, "watch">,
  kept: { events: number; reports: number },
): Record<string, string> {
  return { ...flatTexts(watch), "consent.kept": speaker.say(watch.consent.kept, kept) } satisfies Partial<
    Record<WatchKey, string>
  >;
}

/** Sentences by their names from the top: `bar.call`. */
export function flatTexts(node: object, before = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === "string" ? [[before + key, value]] : Object.entries(flatTexts(value, `${before}${key}.`))
    ),
  );
}
