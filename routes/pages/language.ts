import { acceptedTags, wordsOf } from "../../words/languages.ts";
import type { Words } from "../../words/words.ts";

/**
 * The words of a page: in its exam's language where there is one of it, else in the first language that its reader's
 * browser asks for and that there is, else in English.
 *
 * @param examLanguage Of the exam that the page is about. A page that learns of its exam in the browser only, as
 * `/exam` does, is told by its address: `/exam?language=de`.
 */
export function wordsFor(request: Request, examLanguage?: string): Words {
  const named = examLanguage ?? new URL(request.url).searchParams.get("language");
  return wordsOf([...(named === null ? [] : [named]), ...acceptedTags(request.headers.get("accept-language"))]);
}
