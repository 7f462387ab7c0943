/** Ends of what stands in a line or a cell of its own. */
const BREAK = /<br \/>|<\/(?:p|div|h[1-6]|li|ul|ol|pre|blockquote|td|th|tr|table)>/g;

const DECODED: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/**
 * What somebody sees of HTML that our server rendered: its text, without markup. Also on the page, which knows the paper
 * by it when some of it is pasted.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(seenText("<p>a <em>b</em> &lt; c</p>"), "a b < c");
 * ```
 */
export function seenText(html: string): string {
  return html.replace(BREAK, " ").replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|quot|#39|amp);/g, (sign) => DECODED[sign])
    .trim();
}
