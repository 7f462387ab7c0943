import { sha256Hex } from "../../../log/hash.ts";

/**
 * Ids for what is to be put in order or matched: they reach the student, so they are given in an order that says nothing, by
 * the hash of each text, and never in the one that is right.
 *
 * @param texts In the right order. What stands twice gets two ids.
 * @returns An id for each, in the same order.
 */
export function secretIds(texts: readonly string[]): string[] {
  const order = texts.map((text, index) => ({ index, hash: sha256Hex(`${text}\n${index}`) }))
    .sort((a, b) => a.hash < b.hash ? -1 : 1);
  const ids = texts.map(() => "");
  const isRight = order.every(({ index }, at) => index === at);
  (isRight ? order.toReversed() : order).forEach(({ index }, at) => ids[index] = `i${at + 1}`);
  return ids;
}

/** Things with their ids, sorted by these: an order that says nothing. */
export function sortedById<Each extends { id: string }>(each: readonly Each[]): Each[] {
  return each.toSorted((a, b) => a.id < b.id ? -1 : 1);
}
