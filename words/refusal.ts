import { en } from "./en.ts";
import type { NamesIn } from "./sentence.ts";
import type { Value } from "./speaker.ts";
import { Speaker } from "./speaker.ts";
import type { Sentences, Words } from "./words.ts";

/** Names the sentence of a refusal. */
export type RefusalKey = keyof Sentences["refusals"];

/** What a refusal says, in no language yet. */
export interface Said {
  key: RefusalKey;
  values: Readonly<Record<string, Value>>;
}

type English = typeof en["refusals"];

/** Sentences that need no value. */
export type PlainRefusal = { [Key in RefusalKey]: [NamesIn<English[Key]>] extends [never] ? Key : never }[RefusalKey];

/** Values that are words themselves, and the group that has them. */
const TOLD = { state: "refusalStates", problem: "fieldProblems" } as const;

/**
 * A refusal's sentence with its values.
 *
 * @example
 * assert.equal(refusalText(said("exam_full", { capacity: 30 }), ENGLISH), "This exam is full: it takes 30 attempts.");
 */
export function said<Key extends RefusalKey>(key: Key, values: Readonly<Record<NamesIn<English[Key]>, Value>>): Said {
  return { key, values };
}

/** Whether a text names the sentence of a refusal. */
export function isRefusalKey(key: string): key is RefusalKey {
  return Object.hasOwn(en.refusals, key);
}

/** A refusal in a language. */
export function refusalText({ key, values }: Said, words: Words): string {
  const { language, counted, sentences } = words;
  const told: Record<string, Value> = { ...values };
  for (const [name, group] of Object.entries(TOLD)) {
    const texts: Readonly<Record<string, string>> = sentences[group];
    const value = values[name];
    if (typeof value === "string" && Object.hasOwn(texts, value)) told[name] = texts[value];
  }
  return new Speaker(language, counted).tell(sentences.refusals, { key, values: told });
}
