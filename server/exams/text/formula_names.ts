import { mathsLine } from "../../../protocol/items/maths_line.ts";
import { escapeHtml } from "./escape_html.ts";
import { formulaLine } from "./formula_line.ts";
import { readFormula } from "./formula_tree.ts";
import { formulaWords } from "./formula_words.ts";

/** Characters of a formula's name, at most; who hears a longer one reads the formula itself. */
const MOST_CHARACTERS = 1_000;

/**
 * Puts a formula in one line beside its MathML, as `alttext`: for lists to choose from, which can hold no markup.
 *
 * @param latex What the formula was written as.
 * @param nameIn Language of its name; where it is part of what names a field, as in a choice, a name of its own is said
 * in words. Elsewhere it has none, so that a screen reader goes into the formula.
 */
export function withNames(mathml: string, latex: string, nameIn: string | null | undefined): string {
  if (!mathml.startsWith("<math")) return mathml;
  const signs = mathsLine(latex).slice(0, MOST_CHARACTERS);
  const wording = nameIn === undefined ? undefined : formulaWords(nameIn ?? undefined);
  const words = wording === undefined
    ? undefined
    : wording === null
    ? signs
    : formulaLine(readFormula(mathml), wording).slice(0, MOST_CHARACTERS);
  const attributes = attribute("alttext", signs) + attribute("aria-label", words);
  return mathml.replace("<math", () => `<math${attributes}`);
}

function attribute(name: string, value = ""): string {
  return value === "" ? "" : ` ${name}="${escapeHtml(value)}"`;
}
