import type { PaperQuestion } from "../../protocol/items/registry.ts";
import { paperOf } from "../exams/paper.ts";
import { renderMarkdown } from "../exams/text/render_markdown.ts";
import type { Exam } from "../store/exam_store.ts";

/** An exam's questions as its students see them, by id. */
export function seenQuestions(exam: Exam): ReadonlyMap<string, PaperQuestion> {
  return new Map(paperOf(exam).questions.map((question) => [question.id, question]));
}

const RENDERED = new WeakMap<Exam["document"], Map<string, string>>();

/** What an author wrote beside the paper, such as guidance and feedback, as HTML where the exam is Markdown. */
export function authoredHtml({ examId, document }: Exam, text: string): string | undefined {
  if (document.text_format !== "markdown") return undefined;
  const known = RENDERED.get(document) ?? new Map<string, string>();
  RENDERED.set(document, known);
  const html = known.get(text) ?? renderMarkdown(text, examId);
  known.set(text, html);
  return html;
}
