import { type PageWords, type Speech, speechOf } from "./speech.tsx";

/**
 * The words that the server put into the page.
 *
 * @throws {TypeError} If the page carries none.
 */
export function readPageSpeech(): Speech {
  const words: unknown = JSON.parse(document.getElementById("page-words")?.textContent ?? "null");
  if (!isPageWords(words)) throw new TypeError("Cannot start: the page carries no words");
  return speechOf(words);
}

/** Groups of texts: which ones each has, the compiler has checked where the page was rendered. */
function isPageWords(value: unknown): value is PageWords {
  return typeof value === "object" && value !== null &&
    ["language", "counted", "sentences"].every((name) => isTexts(Reflect.get(value, name)));
}

function isTexts(value: unknown): boolean {
  return typeof value === "string" ||
    (typeof value === "object" && value !== null && Object.values(value).every(isTexts));
}
