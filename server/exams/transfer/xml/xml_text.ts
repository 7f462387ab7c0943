import { cleanText } from "../shared/clean_text.ts";
import { REMARK } from "./xml_tree.ts";

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** A text as XML holds it. What XML cannot hold at all is a space: `unsaidOf` finds it. */
export function xmlText(text: string): string {
  return plainXml(text).replace(/[&<>"\r]/g, (sign) => SIGNS[sign]);
}

/** A text as it comes back from {@link xmlText}. */
export function plainXml(text: string): string {
  return cleanText(text).replace(/[\ufffe\uffff]/g, " ");
}

/** A text as the value of an attribute, where parsers make spaces of tabs and line ends. */
export function xmlValue(text: string): string {
  return xmlText(text).replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What a format cannot say, one line of JSON behind a hash, as a comment; nothing for null. */
export function remarkOf(unsaid: string | null): string {
  if (unsaid === null) return "";
  // Two hyphens would end the comment; in JSON they stand in strings only.
  const held = unsaid.replaceAll("--", "\\u002d\\u002d")
    .replace(/[\ufffe\uffff\x7f-\x9f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `<!--${REMARK}${held} -->`;
}
