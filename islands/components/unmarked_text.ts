import { plainLine } from "../../protocol/items/plain_line.ts";
import { seenText } from "../../protocol/items/seen_text.ts";
import type { AuthoredText } from "./rich_text.tsx";

/** A formula that our server rendered, with what it is in one line. */
const FORMULA = /<math [^>]*?alttext="([^"]*)"[^]*?<\/math>/g;

/** An author's text where no markup can be: in a list to choose from, in a label, in a table. A formula stands there in one line. */
export function unmarkedText({ text, html }: AuthoredText): string {
  return html === undefined ? plainLine(text, false) : seenText(html.replace(FORMULA, "$1")) || plainLine(text, true);
}
