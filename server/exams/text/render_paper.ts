import { LRU } from "tiny-lru";
import { addPaperHtml, withoutParagraph } from "../../../protocol/items/paper_html.ts";
import type { Paper } from "../../../protocol/paper.ts";
import { sha256Hex } from "../../log/hash.ts";
import { asWritten, renderLine, renderMarkdown, renderPart } from "./render_markdown.ts";

/** Papers that are kept rendered; an exam has as many as revisions that somebody sits. */
const MOST_PAPERS = 50;

/** Characters of HTML in one paper; texts behind it are shown as they were written. */
const MOST_HTML = 4_000_000;

const PAPERS = new LRU<Paper>(MOST_PAPERS);

/**
 * A paper whose texts are Markdown, with their HTML beside them: `html` beside each `text`, at any depth. Made once for
 * each content, so also once for each revision of an exam.
 */
export function renderPaper(paper: Paper): Paper {
  const key = sha256Hex(JSON.stringify(paper));
  let rendered = PAPERS.get(key);
  if (rendered === undefined) {
    rendered = structuredClone(paper);
    const { exam_id: examId, language, instructions, sections = [], questions } = rendered;
    let characters = 0;
    const bounded = (html: string, text: string): string => {
      characters += html.length;
      return characters > MOST_HTML ? asWritten(text) : html;
    };
    if (instructions !== undefined) {
      rendered.instructions_html = bounded(renderMarkdown(instructions, examId), instructions);
    }
    for (const section of sections) {
      if (section.text !== undefined) section.html = bounded(renderMarkdown(section.text, examId), section.text);
    }
    for (const question of questions) {
      addPaperHtml(question, (text, place) => {
        if (place === "line") return bounded(renderLine(text, examId), text);
        if (place === "block") return bounded(renderMarkdown(text, examId), text);
        return bounded(withoutParagraph(renderPart(text, examId, language)), text);
      });
    }
    PAPERS.set(key, rendered);
  }
  return rendered;
}
