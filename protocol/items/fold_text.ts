/** A text without what does not count: case, spaces around it, how many stand between words, how accents are encoded. */
export function foldText(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}
