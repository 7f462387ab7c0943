import { plainLine } from "../../protocol/items/plain_line.ts";
import type { Question } from "../../protocol/items/registry.ts";

/** A question that is changed is another object: what was read of one stands as long as it does. */
const LINES = new WeakMap<Question, { line: string; isMarkdown: boolean }>();

/** A question's text on one line, as {@link plainLine}. Of 300 questions only those are read again that have changed. */
export function questionLine(question: Question, isMarkdown: boolean): string {
  const known = LINES.get(question);
  if (known?.isMarkdown === isMarkdown) return known.line;
  const line = plainLine(question.text, isMarkdown);
  LINES.set(question, { line, isMarkdown });
  return line;
}
