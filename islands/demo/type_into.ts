/** A letter comes so often, ms: evenly, as no hand types. */
const LETTER_MS = 45;

/**
 * Types a text into a field as a small program does: letter by letter, evenly, with no key behind any of them.
 *
 * @returns Resolves once all of it is there.
 */
export async function typeInto(field: HTMLTextAreaElement, text: string): Promise<void> {
  field.focus();
  for (const letter of text) {
    const { selectionStart: from, selectionEnd: to } = field;
    field.setRangeText(letter, from, to, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, data: letter, inputType: "insertText" }));
    await new Promise((resolve) => setTimeout(resolve, LETTER_MS));
  }
}
