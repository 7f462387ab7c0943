import type { Picture } from "../../media/read_picture.ts";
import { pictureOfBase64, pictureOfData } from "../shared/base64_picture.ts";
import { htmlText } from "../shared/html_text.ts";
import { childOf, childrenOf, textIn, type XmlElement } from "../xml/xml_tree.ts";

/** How Moodle's texts refer to the files that they come with. */
const FILE = /@@PLUGINFILE@@([^\s"'<>()]+)/g;

/** A text of Moodle's, without its marks. */
export interface MoodleText {
  text: string;
  /** Names of the files that it has and a text cannot show. */
  media: string[];
  /** What it shows. */
  pictures: NamedPicture[];
}

export interface NamedPicture {
  picture: Picture;
  name: string;
}

/** What an element with a `text` in it says: HTML, unless its `format` says otherwise, becomes plain text. */
export function moodleText(element: XmlElement | undefined): MoodleText {
  if (element === undefined) return { text: "", media: [], pictures: [] };
  const inner = childOf(element, "text");
  const raw = textIn(inner ?? element);
  const names: string[] = [];
  const files = new Map<string, NamedPicture>();
  for (const file of childrenOf(element, "file")) {
    const name = file.attributes.get("name") ?? "";
    const picture = file.attributes.get("encoding") === "base64" ? pictureOfBase64(textIn(file)) : null;
    if (picture === null) names.push(name.slice(0, 100));
    else files.set(`${file.attributes.get("path") ?? "/"}${name}`, { picture, name: name.slice(0, 100) });
  }
  const pictures = new Map([...files.values()].map((file) => [file.picture.mediaId, file]));
  const pictureAt = (address: string) => {
    const data = address.startsWith("data:") ? pictureOfData(address) : null;
    if (data !== null) pictures.set(data.mediaId, { picture: data, name: "data:" });
    return data?.mediaId ?? files.get(decoded(address.replace("@@PLUGINFILE@@", "")))?.picture.mediaId ?? null;
  };
  const format = element.attributes.get("format") ?? "html";
  const isPlain = ["plain_text", "markdown"].includes(format) ||
    (format === "moodle_auto_format" && !/<[a-z]/i.test(raw));
  const { text, media } = isPlain ? { text: raw, media: [] } : htmlText(raw, pictureAt);
  const shown = text.replace(FILE, (whole, address: string) => {
    const mediaId = pictureAt(address);
    return mediaId === null ? whole : `media:${mediaId}`;
  });
  return {
    text: shown,
    media: [...names, ...media.filter((name) => name !== "" && !names.includes(decoded(name)))],
    pictures: [...pictures.values()],
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
