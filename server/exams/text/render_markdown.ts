import { escapeHtml } from "./escape_html.ts";
import { MARKDOWN } from "./markdown.ts";
import type { MarkdownEnvironment } from "./markdown_environment.ts";
import { sanitise } from "./sanitise.ts";

/** Characters of HTML for each character of a text, and for any text: a formula's signs take up to a hundred. */
const MOST_EACH = 60;
const MOST_ANYHOW = 10_000;

/**
 * An author's Markdown as HTML that is safe in any page: see {@link sanitise}. Takes bounded time, and throws for no text;
 * one that becomes too large is shown as it was written.
 *
 * @param examId Exam whose pictures it may show.
 *
 * @example
 * assert.equal(renderMarkdown("**x**"), '<p dir="auto"><strong>x</strong></p>\n');
 */
export function renderMarkdown(text: string, examId?: string): string {
  return render(text, { examId }, (environment) => MARKDOWN.render(text, environment));
}

/**
 * The same for what names something, as a choice does its button: its formulas have names in words.
 *
 * @param language BCP 47 tag of the exam, where it says so.
 */
export function renderPart(text: string, examId?: string, language?: string): string {
  return render(text, { examId, nameIn: language ?? null }, (environment) => MARKDOWN.render(text, environment));
}

/** The same for a piece of a line: no paragraphs, tables or lists. Spaces at its ends are kept. */
export function renderLine(text: string, examId?: string): string {
  return render(text, { examId }, (environment) => MARKDOWN.renderInline(text, environment));
}

function render(
  text: string,
  environment: MarkdownEnvironment,
  write: (environment: MarkdownEnvironment) => string,
): string {
  const html = write(environment);
  return html.length > MOST_ANYHOW + text.length * MOST_EACH ? asWritten(text) : sanitise(html);
}

/** A text as it was written, as HTML. */
export function asWritten(text: string): string {
  return `<pre dir="auto" tabindex="0">${escapeHtml(text)}</pre>`;
}
