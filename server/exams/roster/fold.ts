/** A word as tables write it in many ways: without case, hyphens, underlines, dots and further spaces. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[_\-.:/()]+/g, " ").replace(/\s+/g, " ").trim();
}
