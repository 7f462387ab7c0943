import { en } from "./en.ts";
import type { NamesIn } from "./sentence.ts";
import { Speaker, type Value } from "./speaker.ts";
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

/**
 * A refusal's sentence with its values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { ENGLISH } from "./languages.ts";
 *
 * assert.equal(refusalText(said("exam_full", { capacity: 30 }), ENGLISH), "This exam is full: it takes 30 attempts.");
 * ```
 */
export function said<Key extends RefusalKey>(key: Key, values: Readonly<Record<NamesIn<English[Key]>, Value>>): Said {
  return { key, values };
}

/** Whether a text names the sentence of a refusal. */
export function isRefusalKey(key: string): key is RefusalKey {
  return Object.hasOwn(en.refusals, key);
}

/** A refusal in a language. The state of an attempt and what our own rules say of a field are words themselves. */
export function refusalText({ key, values }: Said, words: Words): string {
  const { language, counted, sentences } = words;
  const speaker = new Speaker(language, counted);
  const told: Record<string, Value> = { ...values };
  const { state, problem } = values;
  if (isKeyOf(sentences.refusalStates, state)) told.state = sentences.refusalStates[state];
  if (isKeyOf(sentences.fieldProblems, problem)) {
    told.problem = speaker.tell(sentences.fieldProblems, { key: problem, values });
  }
  return speaker.tell(sentences.refusals, { key, values: told });
}

function isKeyOf<Texts extends object>(texts: Texts, key: Value | undefined): key is keyof Texts & string {
  return typeof key === "string" && Object.hasOwn(texts, key);
}
