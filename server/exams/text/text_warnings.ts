import type { Token } from "markdown-it";
import { MARKDOWN } from "./markdown.ts";
import { renderFormula } from "./maths.ts";

/** What an author may not have meant in a text. */
export type TextWarning = "picture_without_text" | "formula_unread";

/** What an author may not have meant in a Markdown text, each thing once. */
export function textWarnings(text: string): TextWarning[] {
  const found = new Set<TextWarning>();
  const look = (tokens: readonly Token[]): void => {
    for (const { type, content, children } of tokens) {
      if (type === "image" && content.trim() === "") found.add("picture_without_text");
      if (type.startsWith("maths") && !renderFormula(content, type !== "maths").isRead) found.add("formula_unread");
      look(children ?? []);
    }
  };
  look(MARKDOWN.parse(text, {}));
  return [...found];
}

/** The same of each text in a part of an exam's document, with its dotted path. */
export function warningsIn(part: unknown, path: string): { key: TextWarning; path: string }[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => {
    const at = `${path}.${name}`;
    if (typeof value !== "string") return warningsIn(value, at);
    return name === "text" || name === "passage" ? textWarnings(value).map((key) => ({ key, path: at })) : [];
  });
}
