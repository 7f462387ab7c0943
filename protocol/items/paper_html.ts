import { ITEMS, type PaperQuestion } from "./registry.ts";

/** Where a text of a question stands: in blocks of its own, as a part beside others (a choice), or within a line (a passage). */
export type TextPlace = "block" | "part" | "line";

/**
 * Puts `html` beside each `text` of a question as a student may see it, at any depth, but for what its type keeps letter by
 * letter. Changes the question.
 *
 * @param htmlOf HTML of a text; undefined leaves the text alone.
 */
export function addPaperHtml(
  question: PaperQuestion,
  htmlOf: (text: string, place: TextPlace) => string | undefined,
): void {
  const html = htmlOf(question.text, "block");
  const { passage, ...parts } = { passage: [], ...question };
  addHtml(passage, (text) => htmlOf(text, "line"));
  const verbatim: readonly string[] = ITEMS[question.type].verbatim ?? [];
  for (const [name, part] of Object.entries(parts)) {
    if (!verbatim.includes(name)) addHtml(part, (text) => htmlOf(text, "part"));
  }
  if (html !== undefined) question.html = html;
}

function addHtml(part: unknown, htmlOf: (text: string) => string | undefined): void {
  if (Array.isArray(part)) { for (const one of part) addHtml(one, htmlOf); }
  else if (typeof part === "object" && part !== null) {
    for (const [name, value] of Object.entries(part)) {
      if (name !== "text" || typeof value !== "string") {
        addHtml(value, htmlOf);
        continue;
      }
      const html = htmlOf(value);
      if (html !== undefined) Object.assign(part, { html });
    }
  }
}

/** What is rendered of a part: mostly one paragraph, without it, because it stands in a line with what it is chosen by. */
export function withoutParagraph(html: string): string {
  return /^<p dir="auto">((?:(?!<p[ >])[^])*)<\/p>\n$/.exec(html)?.[1] ?? html;
}
