import { type ComponentChildren, Fragment } from "preact";
import type { Sentence } from "../../words/sentence.ts";
import { piecesOf } from "../../words/speaker.ts";

/**
 * A sentence with elements in its places: a link, a code, something that keeps its own line.
 *
 * @throws {RangeError} If a place has no element.
 */
export function Said<Names extends string>({ sentence, places }: {
  sentence: Sentence<Names>;
  places: Readonly<Record<Names, ComponentChildren>>;
}) {
  const elements: Readonly<Record<string, ComponentChildren>> = places;
  return (
    <>
      {piecesOf(sentence).map((piece, index) => {
        if (typeof piece === "string") return piece;
        if (!(piece.name in elements)) throw new RangeError(`Cannot say a sentence without its "${piece.name}"`);
        return <Fragment key={index}>{elements[piece.name]}</Fragment>;
      })}
    </>
  );
}
