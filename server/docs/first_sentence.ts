/** A sentence up to its sign, which a space or nothing follows (0.5 and `a.ts` have none), with what is too short for one. */
const SENTENCE = /^.{20,}?[.!?](?=\s|$)/s;

/**
 * First sentence of a paragraph; all of it where no sign ends one. An opening as short as "Decision." takes the next along.
 *
 * @example
 * assert.equal(firstSentence("A page lives for 1.5 s. And so on."), "A page lives for 1.5 s.");
 */
export function firstSentence(paragraph: string): string {
  return (SENTENCE.exec(paragraph)?.[0] ?? paragraph).replace(/:$/, ".");
}
