import { mathsLine } from "./maths_line.ts";

/** Characters that are read: a line shows fewer. */
const MOST_CHARACTERS = 2_000;

/** What keeps its signs, whatever they are: code, formulas, signs behind a backslash. */
const KEPT =
  /^ {0,3}(```|~~~)[^\n]*\n([^]*?)(?:^ {0,3}\1[^\n]*$|$(?![^]))|(`+)(?!`)([^]+?)(?<!`)\3(?!`)|\$\$([^]+?)\$\$|\$(?!\s)((?:\\[^]|[^$\\])+?)(?<!\s)\$(?!\d)|\\([!-/:-@[-`{-~])/gm;

/** A picture with its alternative text. */
const PICTURE = /!\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g;

/** Stands where something is kept. Private signs of Unicode that an author wrote are taken out before. */
const HOLDER = /\uE000(\d+)\uE001/g;

/**
 * A text of Markdown as one line without its signs, where no markup can be: in a list to choose from, in a row, in a label.
 * A formula stands there in signs of its own. Pictures are left out where there are words; a text that is nothing but pictures
 * is known by their alternative texts.
 *
 * @param isMarkdown False for a text that is plain: it keeps each sign.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(plainLine("**Which** of $x^2$ or `2*x*y`?\n\n- this"), "Which of x² or 2*x*y? this");
 * ```
 */
export function plainLine(text: string, isMarkdown = true): string {
  const read = text.slice(0, MOST_CHARACTERS);
  if (!isMarkdown) return oneLine(read);
  const kept: string[] = [];
  const keep = (content: string) => `\uE000${kept.push(content) - 1}\uE001`;
  const held = read.replace(/[\uE000\uE001]/g, "").replace(
    KEPT,
    (_, fence, block, ticks, code, displayed, formula, escaped) =>
      fence !== undefined
        ? `\n${keep(block)}\n`
        : ticks !== undefined
        ? keep(code)
        : keep(escaped ?? mathsLine(displayed ?? formula)),
  );
  const line = (source: string) =>
    oneLine(withoutEmphasis(source.split("\n").map(withoutBlock).join("\n")).replace(HOLDER, (_, at) => kept[at]));
  return line(held.replace(PICTURE, " ")) || line(held.replace(PICTURE, "$1"));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A line without what makes it a heading, a quotation, a point of a list, a row of a table or a rule. */
function withoutBlock(line: string): string {
  if (/^\s*(?:[-*_]\s*){3,}$/.test(line) || /^\s*=+\s*$/.test(line)) return "";
  if (/^[\s|:-]*-[\s|:-]*$/.test(line) && line.includes("|")) return "";
  const plain = line.replace(/^\s*(?:>\s?)*(?:#{1,6}\s+|[-*+]\s+)?/, "");
  return /^\|.*\|\s*$/.test(plain) ? plain.replace(/^\||\|\s*$/g, "").replaceAll("|", " ") : plain;
}

function withoutEmphasis(text: string): string {
  let before: string;
  let line = text.replace(/\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, "$1");
  // From the outside in: one lies in another.
  do {
    before = line;
    line = line
      .replace(/(\*\*|~~)(?=\S)([^]+?)(?<=\S)\1/g, "$2")
      .replace(/(?<![\p{L}\p{N}_])(__?)(?=[^\s_])([^]+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, "$2")
      .replace(/\*(?=[^\s*])([^*]+?)(?<=\S)\*/g, "$1");
  } while (line !== before);
  return line;
}
