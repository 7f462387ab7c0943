/** A piece of text on a page; sizes and places in points, from the lower left corner. */
export interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The share of a page's width in whose middle a gutter is looked for. */
const GUTTER = [0.4, 0.6];
/** Of a column's characters, at least this share of the page's. */
const COLUMN_SHARE = 0.25;

/**
 * The lines of a page in the order of reading: of two columns, the left one first. Pieces stand in a line by their height; a
 * wide gap between them becomes two blanks.
 *
 * @param left Where the page begins and ends, in points.
 */
export function pdfLines(texts: readonly PlacedText[], left: number, right: number): string[] {
  const written = texts.filter(({ text }) => text.trim() !== "");
  const gutter = gutterOf(written, left, right);
  if (gutter === null) return linesOf(written);
  const isLeft = ({ x }: PlacedText) => x < gutter;
  return [...linesOf(written.filter(isLeft)), ...linesOf(written.filter((text) => !isLeft(text)))];
}

function linesOf(texts: readonly PlacedText[]): string[] {
  const lines: PlacedText[][] = [];
  for (const text of texts.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line !== undefined && line[0].y - text.y < Math.max(line[0].height, text.height) / 2) line.push(text);
    else lines.push([text]);
  }
  return lines.map(textOf);
}

function textOf(line: PlacedText[]): string {
  let whole = "";
  let end = 0;
  for (const { text, x, width, height } of line.toSorted((a, b) => a.x - b.x)) {
    const gap = x - end;
    if (whole !== "") whole += gap > height * 1.2 ? "  " : gap > height * 0.15 ? " " : "";
    whole += text;
    end = x + width;
  }
  return whole.trim();
}

/** Where two columns part, or null: hardly anything crosses it, and both sides have their share of the text. */
function gutterOf(texts: readonly PlacedText[], left: number, right: number): number | null {
  const all = texts.reduce((sum, { text }) => sum + text.length, 0);
  for (let share = GUTTER[0]; share <= GUTTER[1]; share += 0.01) {
    const at = left + (right - left) * share;
    const count = (isIt: (text: PlacedText) => boolean) =>
      texts.reduce((sum, text) => sum + (isIt(text) ? text.text.length : 0), 0);
    if (count(({ x, width }) => x < at && x + width > at) > all * 0.02) continue;
    const after = count(({ x }) => x >= at);
    if (after > all * COLUMN_SHARE && all - after > all * COLUMN_SHARE && isWritten(texts, at)) return at;
  }
  return null;
}

/** Whether the right side begins with a question, and is no column of choices. */
function isWritten(texts: readonly PlacedText[], at: number): boolean {
  return texts.some(({ text, x }) => x >= at && /^\s*(Question|Frage|Q)?\s*\d{1,3}\s*[.):]/i.test(text));
}
