import temml from "temml";
import { escapeHtml } from "./escape_html.ts";

/** Characters of one formula, at most: a longer one is shown as it was written. */
export const MAX_FORMULA_CHARACTERS = 5_000;

/** Expansions of built-in macros in one formula, at most. */
const MOST_EXPANSIONS = 500;

/** What makes new commands: a few characters of it can stand for millions, so a formula with it is shown as it was written. */
const DEFINITION =
  /\\(?:[gex]?def|(?:re|provide|declare)?newcommand|providecommand|renewcommand|DeclareMathOperator|let|futurelet|global|long)(?![A-Za-z])/;

/** A formula as HTML, and whether it could be read. */
export interface Formula {
  html: string;
  isRead: boolean;
}

/**
 * A formula in LaTeX as MathML. What cannot be read is shown as it was written, with a mark; nothing is thrown.
 *
 * @param isDisplayed Whether it stands in a line of its own.
 *
 * @example
 * assert.equal(renderFormula("x", false).html, "<math><mi>x</mi></math>");
 */
export function renderFormula(latex: string, isDisplayed: boolean): Formula {
  try {
    if (latex.length > MAX_FORMULA_CHARACTERS) throw new RangeError("Cannot show so long a formula");
    if (DEFINITION.test(latex)) throw new RangeError("Cannot define commands in a formula");
    const html = temml.renderToString(latex, {
      displayMode: isDisplayed,
      throwOnError: true,
      trust: false,
      maxExpand: MOST_EXPANSIONS,
    });
    return { html, isRead: true };
  } catch {
    // Whatever Temml throws, a stack that is too deep as well, is the formula's fault.
    const around = isDisplayed ? "$$" : "$";
    return { html: `<code class="rich-unread">${escapeHtml(around + latex + around)}</code>`, isRead: false };
  }
}
