import type { MarkdownIt, RendererRule } from "markdown-it";
import type { MarkdownEnvironment } from "./markdown_environment.ts";
import { withNames } from "./formula_names.ts";
import { MAX_FORMULA_CHARACTERS, renderFormula } from "./maths.ts";

/** Characters of a formula within a line that fits the narrowest page; a longer one scrolls, and the keyboard reaches it. */
const SHORT_FORMULA = 40;

/**
 * Teaches the Markdown reader `$…$` within a line and `$$…$$`, also over several lines. As in Pandoc, a dollar opens a
 * formula only before a character that is no space, and closes it only behind one and before no digit, so that "from $5
 * to $7" stays as it is; `\$` is always a dollar.
 */
export function addMaths(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("escape", "maths", (state, silent) => {
    const { src, pos } = state;
    if (src[pos] !== "$") return false;
    const isDisplayed = src[pos + 1] === "$";
    const end = isDisplayed ? endOfDisplayed(src, pos + 2) : endOfInline(src, pos + 1);
    if (end === null) return false;
    const from = pos + (isDisplayed ? 2 : 1);
    if (!silent) {
      const token = state.push(isDisplayed ? "maths_line" : "maths", "", 0);
      token.content = src.slice(from, end);
    }
    state.pos = end + (isDisplayed ? 2 : 1);
    return true;
  });

  markdown.block.ruler.before("fence", "maths_block", (state, firstLine, endLine, silent) => {
    if (state.sCount[firstLine] - state.blkIndent >= 4) return false;
    const start = state.bMarks[firstLine] + state.tShift[firstLine];
    if (!state.src.startsWith("$$", start)) return false;
    let content = "";
    for (let line = firstLine; line < endLine && content.length <= MAX_FORMULA_CHARACTERS; line++) {
      const isFirst = line === firstLine;
      if (!isFirst && state.sCount[line] < state.blkIndent && !state.isEmpty(line)) return false;
      const from = isFirst ? start + 2 : Math.min(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
      const written = state.src.slice(from, state.eMarks[line]).trimEnd();
      if (!written.endsWith("$$")) {
        content += `${written}\n`;
        continue;
      }
      const formula = content + written.slice(0, -2);
      if (formula.trim() === "" || formula.includes("$$")) return false;
      if (!silent) {
        const token = state.push("maths_block", "", 0);
        token.content = formula.trim();
        token.block = true;
        token.map = [firstLine, line + 1];
      }
      state.line = line + 1;
      return true;
    }
    return false;
  }, { alt: ["paragraph", "reference", "blockquote", "list"] });

  const { rules } = markdown.renderer;
  const formula = (latex: string, isDisplayed: boolean, { nameIn }: MarkdownEnvironment = {}) =>
    withNames(renderFormula(latex, isDisplayed).html, latex, nameIn);
  rules.maths = (tokens, index, _, environment) => {
    const { content } = tokens[index];
    const more = content.length > SHORT_FORMULA ? ' class="rich-long" tabindex="0"' : "";
    return `<bdi dir="ltr"${more}>${formula(content, false, environment)}</bdi>`;
  };
  const displayed = (element: string, end = ""): RendererRule => (tokens, index, _, environment) =>
    `<${element} class="rich-formula" dir="ltr" tabindex="0">${
      formula(tokens[index].content, true, environment)
    }</${element}>${end}`;
  rules.maths_line = displayed("span");
  rules.maths_block = displayed("div", "\n");
}

/** Where the dollars stand that close a displayed formula, or null. */
function endOfDisplayed(src: string, from: number): number | null {
  const window = src.slice(from, from + MAX_FORMULA_CHARACTERS + 2);
  const length = window.indexOf("$$");
  return length > 0 && window.slice(0, length).trim() !== "" ? from + length : null;
}

/** Where the dollar stands that closes a formula within a line, or null. */
function endOfInline(src: string, from: number): number | null {
  if (from >= src.length || /\s/.test(src[from])) return null;
  const last = Math.min(src.length, from + MAX_FORMULA_CHARACTERS + 1);
  for (let at = from; at < last; at++) {
    if (src[at] === "\\") at++;
    else if (src[at] === "$") {
      const isClosing = at > from && !/\s/.test(src[at - 1]) && !/\d/.test(src[at + 1] ?? "");
      return isClosing ? at : null;
    }
  }
  return null;
}
