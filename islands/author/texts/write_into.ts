/** A field of Markdown. */
export type TextField = HTMLTextAreaElement;

/**
 * Writes in the place of what is selected, as if it were typed: the browser's own undo takes it back.
 *
 * @param select Part of what was written that is selected then, from and to; its end where absent.
 */
export function writeInto(field: TextField, text: string, select?: readonly [number, number]): void {
  field.focus();
  const from = field.selectionStart;
  // Deprecated, and the only way that leaves the field's undo alone.
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, from, field.selectionEnd, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  if (select !== undefined) field.setSelectionRange(from + select[0], from + select[1]);
}
