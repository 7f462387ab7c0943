import type { Found, ImportTold } from "../shared/found.ts";
import { picturesLeftOut } from "../shared/html_text.ts";
import { moodleText, type NamedPicture } from "./moodle_text.ts";
import { childOf, textIn, type XmlElement } from "../xml/xml_tree.ts";

/** Notes without values of their own. */
type PlainKey = Extract<
  ImportTold["key"],
  | "attachments_left_out"
  | "case_left_out"
  | "feedback_left_out"
  | "further_numbers_left_out"
  | "hints_left_out"
  | "no_key"
  | "template_left_out"
  | "units_left_out"
  | "weights_left_out"
  | "wildcard_left_out"
>;

/** Texts of a question of Moodle's, what they show, and what of them was left out. */
export class MoodleSaid {
  readonly losses: ImportTold[] = [];
  readonly #media: string[] = [];
  readonly #pictures = new Map<string, NamedPicture>();

  text(element: XmlElement | undefined): string {
    const { text, media, pictures } = moodleText(element);
    this.#media.push(...media);
    for (const each of pictures) this.#pictures.set(each.picture.mediaId, each);
    return text;
  }

  lose(key: PlainKey): void {
    this.losses.push({ key, values: {} });
  }

  finish(): ImportTold[] {
    return [...this.losses, ...picturesLeftOut(this.#media)];
  }

  pictures(): Found[] {
    return [...this.#pictures.values()].map((each) => ({ kind: "picture", ...each }));
  }
}

/** What is typed or matched is plain text, whatever its format says. */
export function plainIn(element: XmlElement | undefined): string {
  return element === undefined ? "" : textIn(childOf(element, "text") ?? element);
}

export function fractionOf(answer: XmlElement): number {
  return Number(answer.attributes.get("fraction") ?? 0);
}

export function valueOf(element: XmlElement, name: string): string {
  return textIn(childOf(element, name)).trim();
}

export function numberIn(text: string): number {
  return text.trim() === "" ? NaN : Number(text.trim().replace(",", "."));
}
