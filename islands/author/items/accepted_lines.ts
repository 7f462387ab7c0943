/** Accepted answers as lines of a text; empty lines are kept while it is written, for whoever is about to fill them. */
export function linesOf(text: string): string[] | undefined {
  return text === "" ? undefined : text.split("\n");
}

/** The text of some lines. */
export function textOfLines(lines: readonly string[] | undefined): string {
  return (lines ?? []).join("\n");
}
