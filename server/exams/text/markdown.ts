import MarkdownReader, { type MarkdownIt, type RendererRule } from "markdown-it";
import { escapeHtml } from "./escape_html.ts";
import { levelHeadings } from "./level_headings.ts";
import type { MarkdownEnvironment } from "./markdown_environment.ts";
import { addMaths } from "./maths_rules.ts";

/** How deep lists and quotations may lie in each other; what lies deeper is left as it was written. */
const MOST_NESTED = 20;

/** A picture of the exam, as its authors refer to it. */
const MEDIA = /^media:([A-Za-z0-9_-]{43})$/;

/** Id of the picture that an address of a text refers to, or null. */
export function mediaIdOf(address: string): string | null {
  return MEDIA.exec(address)?.[1] ?? null;
}

/** Where a picture of an exam is served. */
export function mediaPath(examId: string, mediaId: string): string {
  return `/media/${examId}/${mediaId}`;
}

/** Blocks whose direction follows from what stands in them, where they are outermost: what lies in them goes along. */
const DIRECTED = ["paragraph_open", "heading_open", "bullet_list_open", "ordered_list_open", "blockquote_open"];

/** How columns are aligned, which the reader writes as styles: as classes they pass the pages' policy. */
const ALIGNED: readonly [style: string, className: string][] = [
  ["left", "rich-left"],
  ["center", "rich-center"],
  ["right", "rich-right"],
];

/**
 * The one reader of authors' Markdown: CommonMark with tables, ~~strike-through~~ and maths. HTML is text like any other,
 * a line's end is one, links lead to `https:` alone, and pictures are the exam's own.
 */
export const MARKDOWN: MarkdownIt = createMarkdown();

function createMarkdown(): MarkdownIt {
  const markdown = new MarkdownReader({
    html: false,
    breaks: true,
    linkify: false,
    typographer: false,
    maxNesting: MOST_NESTED,
  });
  markdown.validateLink = (address) => /^https:\/\/[^\s]/i.test(address) || mediaIdOf(address) !== null;
  addMaths(markdown);
  levelHeadings(markdown);
  const { rules, renderToken } = markdown.renderer;
  const plainToken: RendererRule = (tokens, index, options) => {
    const token = tokens[index];
    if (token.level === 0) token.attrSet("dir", "auto");
    const style = String(token.attrGet("style") ?? "");
    token.attrs = token.attrs?.filter(([name]) => name !== "style") ?? null;
    const side = ALIGNED.find(([written]) => style.endsWith(written))?.[1];
    if (side !== undefined) token.attrJoin("class", side);
    return renderToken.call(markdown.renderer, tokens, index, options);
  };
  for (const name of [...DIRECTED, "th_open", "td_open"]) rules[name] = plainToken;
  rules.table_open = () => '<div class="rich-table" dir="auto" tabindex="0"><table>\n';
  rules.table_close = () => "</table></div>\n";
  // A program is no sentence: no translator touches it, and it runs from left to right.
  rules.fence = rules.code_block = (tokens, index) =>
    `<pre dir="ltr" translate="no" tabindex="0"><code>${escapeHtml(tokens[index].content)}</code></pre>\n`;
  rules.code_inline = (tokens, index) => `<code dir="ltr" translate="no">${escapeHtml(tokens[index].content)}</code>`;
  rules.link_open = (tokens, index) => {
    const address = String(tokens[index].attrGet("href") ?? "");
    if (!/^https:/i.test(address)) return "<a>";
    return `<a href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer">`;
  };
  rules.image = (tokens, index, options, environment: MarkdownEnvironment = {}) => {
    const address = String(tokens[index].attrGet("src") ?? "");
    const alt = markdown.renderer.renderInlineAsText(tokens[index].children ?? [], options, environment);
    const mediaId = mediaIdOf(address);
    // A picture from elsewhere would tell its server who sits the exam, and when.
    if (mediaId === null) return escapeHtml(`![${alt}](${address})`);
    if (environment.examId === undefined) return `<em>${escapeHtml(alt)}</em>`;
    return `<img src="${escapeHtml(mediaPath(environment.examId, mediaId))}" alt="${
      escapeHtml(alt)
    }" decoding="async">`;
  };
  return markdown;
}
