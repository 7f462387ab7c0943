import type { Random } from "../../scoring/models/random.ts";
import { between, chance, pick } from "./distributions.ts";

// Plain words that say nothing: simulated answers must never look like somebody's.
const WORDS = [
  "a",
  "about",
  "above",
  "after",
  "again",
  "air",
  "all",
  "along",
  "also",
  "an",
  "and",
  "answer",
  "any",
  "are",
  "as",
  "at",
  "back",
  "be",
  "because",
  "before",
  "below",
  "between",
  "both",
  "but",
  "by",
  "came",
  "can",
  "change",
  "clear",
  "close",
  "come",
  "could",
  "day",
  "different",
  "do",
  "does",
  "each",
  "early",
  "earth",
  "even",
  "every",
  "example",
  "far",
  "few",
  "first",
  "follow",
  "for",
  "form",
  "found",
  "from",
  "general",
  "good",
  "great",
  "group",
  "grow",
  "half",
  "hand",
  "have",
  "high",
  "how",
  "idea",
  "if",
  "important",
  "in",
  "into",
  "is",
  "it",
  "kind",
  "know",
  "large",
  "last",
  "later",
  "light",
  "like",
  "line",
  "little",
  "long",
  "look",
  "made",
  "make",
  "many",
  "may",
  "measure",
  "more",
  "most",
  "move",
  "much",
  "need",
  "new",
  "next",
  "not",
  "number",
  "of",
  "often",
  "old",
  "on",
  "one",
  "only",
  "open",
  "or",
  "order",
  "other",
  "our",
  "over",
  "part",
  "pattern",
  "place",
  "point",
  "possible",
  "question",
  "reason",
  "result",
  "right",
  "same",
  "second",
  "see",
  "set",
  "shape",
  "should",
  "simple",
  "small",
  "so",
  "some",
  "state",
  "step",
  "still",
  "such",
  "system",
  "take",
  "than",
  "that",
  "the",
  "their",
  "them",
  "then",
  "there",
  "these",
  "they",
  "thing",
  "think",
  "this",
  "through",
  "time",
  "to",
  "together",
  "turn",
  "two",
  "under",
  "until",
  "up",
  "use",
  "usual",
  "very",
  "water",
  "way",
  "we",
  "well",
  "what",
  "when",
  "where",
  "which",
  "while",
  "why",
  "will",
  "with",
  "within",
  "word",
  "work",
  "world",
  "would",
  "year",
] as const;

/**
 * One word of the small dictionary that simulated answers are made of.
 *
 * @example
 * assert.match(fillerWord(createRandom(1)), /^[a-z]+$/);
 */
export function fillerWord(random: Random): string {
  return pick(random, WORDS);
}

/**
 * A sentence of 5 to 18 filler words: a capital first, sometimes a comma, a full stop at the end.
 *
 * @example
 * assert.match(fillerSentence(createRandom(1)), /^[A-Z][a-z, ]*\.$/);
 */
export function fillerSentence(random: Random): string {
  const count = Math.round(between(random, 5, 18));
  let text = "";
  for (let index = 0; index < count; index++) {
    const word = fillerWord(random);
    text += index === 0 ? word[0].toUpperCase() + word.slice(1) : word;
    if (index === count - 1) return `${text}.`;
    text += chance(random, 0.07) ? ", " : " ";
  }
  return text;
}

/**
 * Filler sentences up to about a length in characters.
 *
 * @example
 * assert.equal(fillerPassage(createRandom(1), 300).length >= 300, true);
 */
export function fillerPassage(random: Random, characters: number): string {
  let text = fillerSentence(random);
  while (text.length < characters) text += ` ${fillerSentence(random)}`;
  return text;
}
