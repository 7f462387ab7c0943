import { mediaIdsIn } from "../../../../protocol/media_ids.ts";
import type { Picture } from "../../media/read_picture.ts";
import { base64Of } from "../shared/base64_picture.ts";
import { pictureName } from "../shared/picture_name.ts";
import type { Pictures } from "../shared/transferred.ts";
import { xmlText } from "../xml/xml_text.ts";

/** Writes the texts of one element of Moodle's, each with the pictures that it shows. */
export class MoodleWriter {
  readonly #embedded = new Set<string>();

  constructor(readonly pictures: Pictures) {}

  /**
   * An element with a Markdown text.
   *
   * @param rest What is written in it behind the text. @param whole A value whose pictures are all to stand somewhere: those that no
   * element before holds stand here.
   */
  rich(name: string, text: string, { attributes = "", rest = "", whole = undefined as unknown } = {}): string {
    const own = this.#known(text);
    const others = this.#known(whole).filter(({ mediaId }) =>
      !this.#embedded.has(mediaId) && !own.some((each) => each.mediaId === mediaId)
    );
    for (const { mediaId } of own) this.#embedded.add(mediaId);
    const files = [...own, ...others].map((picture) =>
      `<file name="${pictureName(picture)}" path="/" encoding="base64">${base64Of(picture.content)}</file>`
    );
    const shown = text.replace(/\bmedia:([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g, (address, mediaId) => {
      const picture = this.pictures.get(mediaId);
      return picture === undefined ? address : `@@PLUGINFILE@@/${pictureName(picture)}`;
    });
    return `<${name}${attributes} format="markdown"><text>${xmlText(shown)}</text>${files.join("")}${rest}</${name}>`;
  }

  #known(value: unknown): Picture[] {
    return [...mediaIdsIn(value)].flatMap((id) => this.pictures.get(id) ?? []);
  }
}
