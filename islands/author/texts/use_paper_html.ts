import { useContext, useRef } from "preact/hooks";
import { addPaperHtml, type TextPlace, withoutParagraph } from "../../../protocol/items/paper_html.ts";
import type { PaperQuestion } from "../../../protocol/items/registry.ts";
import type { TextPiece } from "./rendered_texts.ts";
import { RichTexts, useRendered } from "./rich_texts.ts";

/**
 * For a component: a question as a student would see it, with the HTML of its texts where the exam is Markdown. A text that is
 * being written stays as it was until its new form is known.
 */
export function usePaperHtml(paper: PaperQuestion): PaperQuestion {
  const support = useContext(RichTexts);
  const last = useRef(new Map<string, string>());
  const pieces: TextPiece[] = [];
  const collect = (text: string, place: TextPlace) => {
    pieces.push({ text, isLine: place === "line" });
    return undefined;
  };
  if (support !== null) addPaperHtml(structuredClone(paper), collect);
  const rendered = useRendered(pieces);
  if (support === null) return paper;
  const shown = structuredClone(paper);
  let at = 0;
  addPaperHtml(shown, (text, place) => {
    const key = `${paper.id} ${at}`;
    const html = rendered[at++]?.html ?? last.current.get(key);
    if (text.trim() === "" || html === undefined) return undefined;
    last.current.set(key, html);
    return place === "part" ? withoutParagraph(html) : html;
  });
  return shown;
}
