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

/** Which groups of which texts they are, the compiler has checked where the server rendered them. */
function isPageWords(value: unknown): value is PageWords {
  return typeof value === "object" && value !== null && "sentences" in value;
}
