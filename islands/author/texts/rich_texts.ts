import { createContext } from "preact";
import { useContext, useEffect, useRef } from "preact/hooks";
import type { RenderedText, RenderedTexts, TextPiece } from "./rendered_texts.ts";

/** What fields need in which Markdown is written. */
export interface RichTextSupport {
  /** Address that takes pictures; null where there is none yet. */
  media: string | null;
  /** Address below which pictures are shown, each by its id; null where there are none yet. */
  pictures: string | null;
  texts: RenderedTexts;
}

/** What fields of Markdown need; null where the exam's texts are plain. */
export const RichTexts = createContext<RichTextSupport | null>(null);

/** For a component: texts as students will see them, each null until it is known. Plain exams ask nothing. */
export function useRendered(pieces: readonly TextPiece[]): (RenderedText | null)[] {
  const support = useContext(RichTexts);
  const owner = useRef({});
  const key = pieces.map(({ text }) => text).join("\0");
  useEffect(() => {
    support?.texts.show(owner.current, pieces);
  }, [support, key]);
  useEffect(() => () => support?.texts.show(owner.current, []), [support]);
  if (support === null) return pieces.map(() => null);
  void support.texts.version.value;
  return pieces.map((piece) => support.texts.get(piece));
}
