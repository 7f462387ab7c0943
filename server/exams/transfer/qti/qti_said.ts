import type { Picture } from "../../media/read_picture.ts";
import type { Found, ImportTold } from "../shared/found.ts";
import { picturesLeftOut } from "../shared/html_text.ts";
import { type QtiBody, qtiBody } from "./qti_body.ts";
import type { XmlElement } from "../xml/xml_tree.ts";

/** Finds the picture that an address in an item leads to, or null. */
export type PictureIn = (address: string) => Picture | null;

/** Notes without values of their own. */
type PlainKey = Extract<
  ImportTold["key"],
  "feedback_left_out" | "further_pairs_left_out" | "no_key" | "rubric_left_out" | "weights_left_out"
>;

/** Texts of an item, what they show, and what of them was left out. */
export class QtiSaid {
  readonly losses: ImportTold[] = [];
  readonly #media: string[] = [];
  readonly #pictures = new Map<string, Extract<Found, { kind: "picture" }>>();
  #hasMaths = false;

  constructor(readonly pictureIn: PictureIn) {}

  /** A part of the item around what is asked for in it. */
  body(element: XmlElement | undefined, isTaken?: (element: XmlElement) => boolean): QtiBody {
    const body = qtiBody(element, (address) => this.#pictureAt(address), isTaken);
    this.#media.push(...body.media);
    this.#hasMaths ||= body.hasMaths;
    return body;
  }

  text(element: XmlElement | undefined): string {
    return this.body(element).texts.join("");
  }

  /** Choices, each with its id. */
  choices(elements: readonly XmlElement[]): { id: string; text: string }[] {
    return elements.map((element) => ({ id: element.attributes.get("identifier") ?? "", text: this.text(element) }));
  }

  lose(key: PlainKey): void {
    this.losses.push({ key, values: {} });
  }

  finish(): ImportTold[] {
    return [
      ...this.losses,
      ...(this.#hasMaths ? [{ key: "maths_as_text", values: {} } as const] : []),
      ...picturesLeftOut(this.#media),
    ];
  }

  pictures(): Found[] {
    return [...this.#pictures.values()];
  }

  #pictureAt(address: string): string | null {
    const picture = this.pictureIn(address);
    if (picture === null) return null;
    const name = address.startsWith("data:") ? "data:" : address.slice(0, 100);
    this.#pictures.set(picture.mediaId, { kind: "picture", picture, name });
    return picture.mediaId;
  }
}
