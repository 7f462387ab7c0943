import MarkdownReader, { type Env, type MarkdownIt, type Token } from "markdown-it";
import { headingIds } from "./heading_ids.ts";
import { targetOf } from "./repository_link.ts";

/** A heading of a document, below its title. */
export interface Heading {
  id: string;
  text: string;
  level: number;
}

/** What a rendering needs, and what it notes. */
export interface DocEnvironment extends Env {
  /** Path below `docs/`, without the ending. */
  path: string;
  /** Title of a document that is shown, by a path of that form; undefined for any other. */
  titleOf: (path: string) => string | undefined;
  /** Filled by the rendering. */
  title: string;
  headings: Heading[];
  /** The first paragraph, as plain text. */
  opening: string;
}

/** How columns are aligned, which the reader writes as styles: as classes they pass the pages' policy. */
const ALIGNED = /^text-align:(left|center|right)$/;

/**
 * The reader of our own documents: CommonMark with tables. They are trusted, yet a page's policy lets neither style nor
 * script in, so that HTML is text like any other; comments are left out.
 */
export const DOC_MARKDOWN: MarkdownIt = createMarkdown();

function createMarkdown(): MarkdownIt {
  const markdown = new MarkdownReader({ html: true, linkify: false, typographer: false });
  const { rules, renderToken } = markdown.renderer;
  const { escapeHtml } = markdown.utils;
  markdown.core.ruler.push("doc_headings", ({ tokens, env }) => noteHeadings(tokens, env as DocEnvironment));
  markdown.core.ruler.push("doc_links", ({ tokens, env, Token }) => {
    const code = (text: string) => Object.assign(new Token("code_inline", "code", 0), { content: text });
    const plain = (text: string) => Object.assign(new Token("text", "", 0), { content: text });
    for (const token of tokens) {
      if (token.children !== null) {
        token.children = rewritten(token.children, env as DocEnvironment, { code, plain });
      }
    }
  });
  rules.html_block = rules.html_inline = (tokens, index) => {
    const { content } = tokens[index];
    return /^\s*<!--/.test(content) ? "" : escapeHtml(content);
  };
  rules.table_open = () => '<div class="rich-table" tabindex="0"><table>\n';
  rules.table_close = () => "</table></div>\n";
  // What heads nothing is no heading of a column: a screen reader would name it.
  markdown.core.ruler.push("empty_corners", ({ tokens }) => {
    for (const [at, token] of tokens.entries()) {
      if (token.type === "th_open" && tokens[at + 1].content === "") token.tag = tokens[at + 2].tag = "td";
    }
  });
  rules.th_open = rules.td_open = (tokens, index, options) => {
    const token = tokens[index];
    const side = ALIGNED.exec(String(token.attrGet("style") ?? ""))?.[1];
    token.attrs = side === undefined ? null : [["class", `rich-${side}`]];
    return renderToken.call(markdown.renderer, tokens, index, options);
  };
  // A program is no sentence: no translator touches it.
  rules.fence = rules.code_block = (tokens, index) =>
    `<pre translate="no" tabindex="0"><code>${escapeHtml(tokens[index].content)}</code></pre>\n`;
  rules.code_inline = (tokens, index) => `<code translate="no">${escapeHtml(tokens[index].content)}</code>`;
  rules.image = (tokens, index, _options, env) => {
    const { path, titleOf } = env as DocEnvironment;
    const target = targetOf(path, String(tokens[index].attrGet("src") ?? ""), titleOf);
    const alt = escapeHtml(textOf(tokens[index].children ?? []));
    if (target.kind !== "image") return `<em>${alt}</em>`;
    // On a narrow screen the picture is opened by itself, to be read.
    return `<a href="${escapeHtml(target.href)}"><img src="${
      escapeHtml(target.href)
    }" alt="${alt}" loading="lazy"></a>`;
  };
  return markdown;
}

/** Takes the title out of the text, gives every other heading its anchor, and notes the first paragraph. */
function noteHeadings(tokens: Token[], environment: DocEnvironment): void {
  const idOf = headingIds();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const text = textOf(tokens[at + 1]?.children ?? []);
    if (token.type === "paragraph_open" && token.level === 0 && environment.opening === "") environment.opening = text;
    if (token.type !== "heading_open") continue;
    const id = idOf(text);
    if (token.tag === "h1" && environment.title === "") {
      environment.title = text;
      tokens.splice(at, 3);
      at -= 1;
      continue;
    }
    token.attrSet("id", id);
    environment.headings.push({ id, text, level: Number(token.tag.slice(1)) });
  }
}

/** Makes the pieces of a line that a link becomes. */
interface Pieces {
  code: (text: string) => Token;
  plain: (text: string) => Token;
}

/**
 * Links to other documents lead to their pages, and say their titles where they said a file's name; those to files of the
 * repository become their paths.
 */
function rewritten(children: readonly Token[], { path, titleOf }: DocEnvironment, { code, plain }: Pieces): Token[] {
  const written: Token[] = [];
  for (let at = 0; at < children.length; at++) {
    const token = children[at];
    if (token.type !== "link_open") {
      written.push(token);
      continue;
    }
    const end = children.findIndex((other, place) => place > at && other.type === "link_close");
    const inner = children.slice(at + 1, end);
    const isPath = /^\S*[./]\S*$/.test(textOf(inner));
    const target = targetOf(path, String(token.attrGet("href") ?? ""), titleOf);
    if (target.kind === "file") {
      written.push(...(isPath ? [] : [...inner, plain(" (")]), code(target.path), ...(isPath ? [] : [plain(")")]));
    } else {
      token.attrSet("href", target.href);
      // Whoever follows a link to another site tells it nothing of this one.
      if (target.kind === "address" && /^https?:/i.test(target.href)) token.attrSet("rel", "noopener noreferrer");
      const title = isPath && target.kind === "page" ? titleOf(target.path) : undefined;
      written.push(token, ...(title === undefined ? inner : [plain(title)]), children[end]);
    }
    at = end;
  }
  return written;
}

/** What a reader hears of a line, without its marks and pictures. */
export function textOf(children: readonly Token[]): string {
  return children.map(({ type, content }) => {
    if (type === "text" || type === "code_inline") return content;
    return type === "softbreak" || type === "hardbreak" ? " " : "";
  }).join("").trim();
}
