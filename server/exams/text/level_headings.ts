import type { MarkdownIt } from "markdown-it";

/** The page has its own first heading: those of a text come below it. */
const FIRST_LEVEL = 2;
const LAST_LEVEL = 6;

/**
 * Makes the headings of a text follow on each other and on the page's own, however their author jumps: whoever goes from
 * heading to heading with a screen reader misses none.
 */
export function levelHeadings(markdown: MarkdownIt): void {
  markdown.core.ruler.push("level_headings", ({ tokens }) => {
    const above: string[] = [];
    let tag = "h2";
    for (const token of tokens) {
      if (token.type === "heading_open") {
        while (above.length > 0 && above[above.length - 1] >= token.tag) above.pop();
        above.push(token.tag);
        tag = `h${Math.min(LAST_LEVEL, FIRST_LEVEL + above.length - 1)}`;
      }
      if (token.type === "heading_open" || token.type === "heading_close") token.tag = tag;
    }
  });
}
