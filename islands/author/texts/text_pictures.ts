/** A picture within a text, and where its Markdown stands. */
export interface TextPicture {
  mediaId: string;
  /** What it shows, for whoever cannot see it; empty where nobody has said. */
  alternative: string;
  from: number;
  to: number;
}

const PICTURE = /!\[((?:\\.|[^\]\\])*)\]\(media:([A-Za-z0-9_-]{43})\)/g;

/**
 * The pictures that a text shows, in their order.
 *
 * @example
 * const [picture] = picturesIn(`![A map](media:${id})`);
 * assert.equal(picture.alternative, "A map");
 */
export function picturesIn(text: string): TextPicture[] {
  return Array.from(text.matchAll(PICTURE), ({ 0: written, 1: alternative, 2: mediaId, index }) => ({
    ...{ mediaId, from: index, to: index + written.length },
    alternative: alternative.replace(/\\(.)/g, "$1"),
  }));
}

/** A text without one of its pictures, and without the empty lines that only it had around it. */
export function withoutPicture(text: string, { from, to }: TextPicture): string {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const isAlone = /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(after);
  if (!isAlone) return before + after;
  const [start, end] = [before.trimEnd(), after.trimStart()];
  return start === "" || end === "" ? start + end : `${start}\n\n${end}`;
}

/** A picture's Markdown as a block of its own, with the empty lines that it needs where it is written. */
export function asBlock(markdown: string, before: string, after: string): string {
  const open = /(?:^|\n[ \t]*\n)[ \t]*$/.test(before) ? "" : /\n[ \t]*$/.test(before) ? "\n" : "\n\n";
  const close = after === "" || /^[ \t]*\n[ \t]*\n/.test(after) ? "" : /^[ \t]*\n/.test(after) ? "\n" : "\n\n";
  return open + markdown + close;
}
