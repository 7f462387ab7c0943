import type { Candidate } from "./found.ts";
import { secretIds, sortedById } from "./secret_ids.ts";

/** What quiz programs call a pair; without its left side it is something that belongs to none. */
export interface MatchingPair {
  one: string;
  other: string;
}

/** A matching question's fields, from pairs of texts. What stands on the right more than once is one thing. */
export function matchingFields(pairs: readonly MatchingPair[]): Candidate {
  const texts = [...new Set(pairs.map(({ other }) => other))];
  const ids = secretIds(texts);
  const left = pairs.filter(({ one }) => one.trim() !== "").map((pair, at) => ({ id: `l${at + 1}`, ...pair }));
  return {
    type: "matching",
    left: left.map(({ id, one }) => ({ id, text: one })),
    right: sortedById(ids.map((id, at) => ({ id, text: texts[at] }))),
    correct: Object.fromEntries(left.map(({ id, other }) => [id, ids[texts.indexOf(other)]])),
  };
}

interface Sides {
  left: readonly { id: string; text: string }[];
  right: readonly { id: string; text: string }[];
  correct?: Readonly<Record<string, string>>;
}

/** The pairs of a matching question, with what belongs to none at the end. */
export function pairsOf({ left, right, correct = {} }: Sides): MatchingPair[] {
  const textOf = (id: string | undefined) => right.find((each) => each.id === id)?.text ?? "";
  const used = new Set(Object.values(correct));
  return [
    ...left.map(({ id, text }) => ({ one: text, other: textOf(correct[id]) })),
    ...right.filter(({ id }) => !used.has(id)).map(({ text }) => ({ one: "", other: text })),
  ];
}
