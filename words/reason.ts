import type { Reason } from "../protocol/risk.ts";
import type { Speaker, Value } from "./speaker.ts";
import type { Sentences } from "./words.ts";

/** The groups of words that reasons are made of. */
type ReasonWords = Pick<Sentences, "features" | "reasons">;

/** A reason in words: what was seen, and what is usual where that is known. */
interface SaidReason {
  seen: string;
  usual: string | null;
}

interface Texts {
  seen: string;
  usual?: string;
}

/** Where a number's name begins so, it is what is usual of the feature that the rest names. */
const USUAL = "usual_";

/**
 * Says a reason. One of a code that these words do not know is said by its name alone.
 *
 * @param own What is said instead where it is the student themselves who is told.
 */
export function sayReason(
  speaker: Speaker,
  words: ReasonWords,
  reason: Reason,
  own?: Sentences["ownReasons"],
): SaidReason {
  const { seen, usual } = textsOf(words, reason.code, own);
  const values = { name: reason.name, ...reason.numbers, ...measuresOf(speaker, words, reason) };
  return {
    seen: said(speaker, seen, values),
    usual: usual !== undefined && isKnown(usual, values) ? said(speaker, usual, values) : null,
  };
}

function textsOf({ reasons }: ReasonWords, code: string, own: Readonly<Record<string, Texts | string>> = {}): Texts {
  const texts: Readonly<Record<string, Texts>> = reasons;
  const toOthers = Object.hasOwn(texts, code) ? texts[code] : reasons.contributed;
  const toThem = Object.hasOwn(own, code) ? own[code] : "same";
  return typeof toThem === "string" ? toOthers : { ...toOthers, ...toThem };
}

/** Features in the reason with their values: its own, or all those that its numbers are named after. */
function measuresOf(speaker: Speaker, { features }: ReasonWords, { name, numbers }: Reason): Record<string, string> {
  const known: Readonly<Record<string, { name: string; value: string }>> = features;
  const values: Record<string, string> = {};
  const own = Object.hasOwn(known, name) ? known[name] : null;
  if (own !== null) {
    values.feature = own.name;
    if ("value" in numbers) values.measure = speaker.say(own.value, { value: numbers.value });
    if ("usual" in numbers) values.usual_measure = speaker.say(own.value, { value: numbers.usual });
  }
  const measures: string[] = [];
  const usual: string[] = [];
  for (const [key, value] of Object.entries(numbers)) {
    const isUsual = key.startsWith(USUAL);
    const feature = isUsual ? key.slice(USUAL.length) : key;
    if (!Object.hasOwn(known, feature)) continue;
    (isUsual ? usual : measures).push(`${known[feature].name} ${speaker.say(known[feature].value, { value })}`);
  }
  if (measures.length > 0) values.measures = measures.join("; ");
  if (usual.length > 0) values.usual_measures = usual.join("; ");
  return values;
}

/** A sentence with its values; parts in square brackets only where all of theirs are known. */
function said(speaker: Speaker, sentence: string, values: Readonly<Record<string, Value>>): string {
  const parts = sentence.split(/\[(.*?)\]/).filter((part, index) => index % 2 === 0 || isKnown(part, values));
  return speaker.capital(speaker.say(parts.join(""), values));
}

/** Whether every value that a sentence names, outside of square brackets, is there. */
function isKnown(sentence: string, values: Readonly<Record<string, Value>>): boolean {
  const needed = sentence.replace(/\[.*?\]/g, "").matchAll(/\{(\w+)/g);
  return [...needed].every(([, name]) => name in values);
}
