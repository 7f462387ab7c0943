/** Controls but for tab and line ends, and the byte order mark. */
const CONTROLS = /(?![\t\n\r])[\p{Cc}\ufeff]/gu;

/** A text that any file holds: without controls and halves of characters. What that changes, `unsaidOf` finds. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(CONTROLS, " ");
}
