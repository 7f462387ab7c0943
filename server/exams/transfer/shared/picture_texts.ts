/** A picture in a text, with its alternative text and its id. */
const PICTURE = /!\[((?:\\[^]|[^\]\\])*)\]\(media:([A-Za-z0-9_-]{43})\)/g;

/** Markdown that shows a picture of an exam. */
export function pictureText(alt: string, mediaId: string): string {
  return `![${alt.replace(/\s+/g, " ").trim().replace(/[\\[\]]/g, "\\$&")}](media:${mediaId})`;
}

/** A text in which some of its pictures are only said, by their alternative text. */
export function withoutPictures(text: string, isLeft: (mediaId: string) => boolean): string {
  return text.replace(PICTURE, (whole, alt, mediaId) => {
    if (!isLeft(mediaId)) return whole;
    return alt === "" ? "" : `[${alt.replace(/\\([^])/g, "$1")}]`;
  });
}

/** A value with each of its texts changed, at any depth. */
export function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((each) => withTexts(each, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withTexts(each, change)]));
}
