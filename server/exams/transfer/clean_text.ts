// deno-lint-ignore no-control-regex
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]/g;

/** A text that any file holds: without controls and halves of characters. What that changes, `unsaidOf` finds. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(CONTROLS, " ");
}
