import { renderLine, renderMarkdown } from "../../text/render_markdown.ts";
import type { Picture } from "../../media/read_picture.ts";
import { pictureName } from "../shared/picture_name.ts";
import type { Pictures } from "../shared/transferred.ts";
import { xmlText } from "../xml/xml_text.ts";

/** Attributes that make a page pleasant to use here, and mean nothing elsewhere. */
const OURS = / (?:dir|tabindex|class|translate|decoding|target|rel)="[^"]*"/g;

/** A picture as the renderer refers to it. */
const SHOWN = /src="\/media\/x\/([A-Za-z0-9_-]{43})"/g;

/** Writes an item's texts as QTI holds them: HTML, with formulas as MathML and pictures as files of the package. */
export class QtiTexts {
  /** @param isMarkdown Whether texts are Markdown; else they are written as they stand. */
  constructor(readonly pictures: Pictures, readonly isMarkdown: boolean) {}

  /** A text as blocks. */
  flow(text: string): string {
    if (this.isMarkdown) return this.#plain(renderMarkdown(text, "x"));
    if (/^[ \t]|[ \t]{2}|\n{3}/m.test(text)) return `<pre>${xmlText(text)}</pre>`;
    return text.split("\n\n").map((part) => `<p>${part.split("\n").map(xmlText).join("<br/>")}</p>`).join("");
  }

  /** A text within a line. */
  line(text: string): string {
    return this.isMarkdown ? this.#plain(renderLine(text, "x")) : xmlText(text);
  }

  #plain(html: string): string {
    // What XML cannot hold has gone through the renderer as it was.
    return html.replace(/(?![\t\n])[\p{Cc}\ufeff\ufffe\uffff]/gu, " ").toWellFormed()
      .replace(OURS, "")
      .replaceAll("<math", '<math xmlns="http://www.w3.org/1998/Math/MathML"')
      .replace(SHOWN, (_, mediaId: string) => {
        const picture = this.pictures.get(mediaId);
        return `src="${picture === undefined ? `media:${mediaId}` : `../${pictureFile(picture)}`}"`;
      })
      .trim();
  }
}

/** The name of a picture's file in a package. */
export function pictureFile(picture: Picture): string {
  return `media/${pictureName(picture)}`;
}
