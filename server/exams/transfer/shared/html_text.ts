import { Parser } from "htmlparser2";
import { cleanText } from "./clean_text.ts";
import type { ImportTold } from "./found.ts";
import { pictureText } from "./picture_texts.ts";

/** Stand for breaks and indentation until the text is whole, so that several in a row are one. Taken out of what is read. */
const LINE = "\ue001";
const PARAGRAPH = "\ue002";
const INDENT = "\ue003";

/** What a piece of HTML says. */
export interface HtmlText {
  /** Plain text, with Markdown for lists, emphasis, code and tables. */
  text: string;
  /** Sources or descriptions of its pictures, sounds and films that a text does not hold. */
  media: string[];
}

/** The id of the picture that an address of a file leads to, or null. */
export type PictureAt = (address: string) => string | null;

/** Elements within elements, about: what lies deeper is read without its tags. Looked at after so many characters. */
const MOST_DEPTH = 1_000;
const CHUNK_CHARACTERS = 4_096;

const BLOCKS = new Set("p div h1 h2 h3 h4 h5 h6 ul ol dl blockquote table section article pre figure hr".split(" "));
const LINES = new Set("br li tr dt dd".split(" "));
const MARKS: ReadonlyMap<string, string> = new Map([["b", "**"], ["strong", "**"], ["i", "*"], ["em", "*"], [
  "code",
  "`",
]]);
const UNSEEN = new Set("script style head title template".split(" "));
const MEDIA = new Set("img audio video object embed iframe svg source".split(" "));

/**
 * The text of a piece of HTML: tags go, entities are read, blocks are parted by a blank line. Nothing in it is run or fetched.
 *
 * @param pictureAt Finds the pictures that a text may show; else they are only said.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(htmlText("<p>5 &lt; <b>7</b></p><p>True?</p>").text, "5 < **7**\n\nTrue?");
 * ```
 */
export function htmlText(html: string, pictureAt: PictureAt = () => null): HtmlText {
  const writer = new Writer(pictureAt);
  const clean = cleanText(html).replace(/[\ue001-\ue003]/g, " ");
  let depth = 0;
  // Text comes in pieces: it is written as one.
  let text = "";
  const flush = () => {
    if (text !== "") writer.text(text);
    text = "";
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      flush();
      depth++;
      writer.open(name, attributes);
    },
    onclosetag: (name) => {
      flush();
      depth--;
      writer.close(name);
    },
    ontext: (piece) => text += piece,
  });
  for (let at = 0; at < clean.length; at += CHUNK_CHARACTERS) {
    if (depth > MOST_DEPTH) {
      // The parser's time grows with the square of the depth.
      text += clean.slice(at).replace(/<[^<>]*>/g, " ");
      break;
    }
    parser.write(clean.slice(at, at + CHUNK_CHARACTERS));
  }
  flush();
  parser.end();
  flush();
  return writer.finish();
}

/** Says which pictures a text has lost. */
export function picturesLeftOut(media: readonly string[]): ImportTold[] {
  if (media.length === 0) return [];
  const names = [...new Set(media)].join(", ").slice(0, 200);
  return [{ key: "pictures_left_out", values: { names } }];
}

class Writer {
  readonly #pieces: string[] = [];
  readonly #media: string[] = [];
  /** Numbers of the lists that are open; null for one without. */
  readonly #lists: (number | null)[] = [];
  #unseen = 0;
  #pre = 0;
  #cells = 0;
  #rows = 0;

  constructor(readonly pictureAt: PictureAt) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (UNSEEN.has(name)) this.#unseen++;
    if (this.#unseen > 0) return;
    if (MEDIA.has(name)) this.#medium(attributes);
    if (BLOCKS.has(name) && !(this.#lists.length > 0 && (name === "ul" || name === "ol" || name === "p"))) {
      this.#pieces.push(PARAGRAPH);
    }
    if (name === "ul") this.#lists.push(null);
    if (name === "ol") this.#lists.push(1);
    if (name === "pre") this.#pre++;
    if (name === "table") this.#rows = 0;
    if (LINES.has(name) && name !== "br") this.#pieces.push(LINE);
    if (name === "br") this.#pieces.push("\n");
    if (name === "li") this.#item();
    if (name === "tr") this.#cells = 0;
    if (name === "td" || name === "th") {
      this.#cells++;
      this.#pieces.push("| ");
    }
    if (name === "sup") this.#pieces.push("^");
    if (name === "sub") this.#pieces.push("_");
    const mark = MARKS.get(name);
    if (mark !== undefined && this.#pre === 0) this.#pieces.push(mark);
  }

  close(name: string): void {
    if (UNSEEN.has(name)) this.#unseen = Math.max(0, this.#unseen - 1);
    if (this.#unseen > 0) return;
    const mark = MARKS.get(name);
    // What is marked and empty says nothing.
    if (mark !== undefined && this.#pre === 0 && this.#pieces.at(-1) === mark) this.#pieces.pop();
    else if (mark !== undefined && this.#pre === 0) this.#pieces.push(mark);
    if (name === "pre") this.#pre = Math.max(0, this.#pre - 1);
    if (name === "ul" || name === "ol") this.#lists.pop();
    if (name === "td" || name === "th") this.#pieces.push(" ");
    if (name === "tr" && this.#cells > 0) {
      this.#pieces.push("|");
      if (this.#rows++ === 0) this.#pieces.push(`\n|${" --- |".repeat(this.#cells)}`);
    }
    if (BLOCKS.has(name) && this.#lists.length === 0) this.#pieces.push(PARAGRAPH);
    else if (LINES.has(name) && name !== "br") this.#pieces.push(LINE);
  }

  text(text: string): void {
    if (this.#unseen > 0) return;
    if (this.#pre > 0) {
      this.#pieces.push(text);
      return;
    }
    const plain = dollars(text.replace(/[ \t\r\n\f]+/g, " "));
    const isAtBegin = /^$|[\n\ue001\ue002]$/.test(this.#pieces.at(-1) ?? "");
    const piece = isAtBegin ? plain.trimStart() : plain;
    if (piece !== "") this.#pieces.push(piece);
  }

  finish(): HtmlText {
    const text = this.#pieces.join("").replaceAll("\u00a0", " ")
      .replace(/ *[\ue001\ue002]+/g, (gaps) => gaps.includes(PARAGRAPH) ? "\n\n" : "\n")
      .replaceAll(INDENT, "  ")
      .replace(/\n{3,}/g, "\n\n");
    return { text: text.replace(/^\n+/, "").trimEnd(), media: this.#media };
  }

  #medium({ src, data, alt }: Readonly<Record<string, string>>): void {
    const mediaId = this.pictureAt(src || data || "");
    if (mediaId !== null) {
      this.#pieces.push(pictureText(alt ?? "", mediaId));
      return;
    }
    const name = (alt || src || data || "").replace("@@PLUGINFILE@@/", "").slice(0, 100);
    this.#media.push(name.startsWith("data:") ? "data:" : name);
    if (alt) this.#pieces.push(`[${alt}]`);
  }

  #item(): void {
    const number = this.#lists.at(-1);
    const indent = INDENT.repeat(Math.max(0, this.#lists.length - 1));
    if (typeof number === "number") this.#lists[this.#lists.length - 1] = number + 1;
    this.#pieces.push(`${indent}${typeof number === "number" ? `${number}.` : "-"} `);
  }
}

/** `\(…\)` and `\[…\]`, with no other one begun in it: so a text is gone through once. A backslash before it makes it a line's end. */
const IN_LINE = /(?<!\\)\\\(((?:(?!(?<!\\)\\\()[^$]){1,5000}?)\\\)/g;
const DISPLAYED = /(?<!\\)\\\[((?:(?!(?<!\\)\\\[)[^$]){1,5000}?)\\\]/g;

/** Formulas as quiz programs write them into HTML, in dollars. */
function dollars(text: string): string {
  if (!text.includes("\\(") && !text.includes("\\[")) return text;
  return text.replace(IN_LINE, (_, formula) => `$${formula.trim()}$`)
    .replace(DISPLAYED, (_, formula) => `$$${formula.trim()}$$`);
}
