import { COMMON_WORDS } from "./common_words.ts";

/** What the search knows of a document. */
export interface IndexedDoc {
  path: string;
  title: string;
  /** First sentence, which is shown beside the title. */
  lead: string;
  headings: readonly { id: string; text: string }[];
}

/** What the search knows. */
export interface DocsIndex {
  docs: readonly IndexedDoc[];
  /** For each word of the texts the documents that have it, by their numbers: two digits of base 36 each. */
  words: Readonly<Record<string, string>>;
}

/** A document, or a place in one, that has what a query asks for. */
export interface Found {
  href: string;
  title: string;
  /** The heading that fits, or else the document's first sentence. */
  text: string;
}

/** How many are shown: who sees more searches for more. */
const MOST_FOUND = 12;

/** What a word is worth by where it stands. */
const TITLE = 8;
const HEADING = 4;
const LEAD = 2;
const TEXT = 1;

/**
 * Documents that have at least half of a query's words, or words that begin so: those with more of them first, then those with
 * them in better places. Common words count only where a query has no others. The same on the server, which answers where there
 * is no script.
 */
export function searchDocs({ docs, words }: DocsIndex, query: string): Found[] {
  const asked = askedWords(query);
  if (asked.length === 0) return [];
  const inText = asked.map((word) => docsWith(words, word));
  return docs.map((doc, number) => ({ ...lookInto(doc, asked), ...worthOf(doc, number, asked, inText) }))
    .filter(({ matched }) => matched > 0 && matched * 2 >= asked.length)
    .sort((a, b) => b.matched - a.matched || b.worth - a.worth)
    .slice(0, MOST_FOUND).map(({ href, title, text }) => ({ href, title, text }));
}

/** What a query asks for, each word once. */
function askedWords(query: string): string[] {
  const all = [...new Set(wordsOf(query))];
  const telling = all.filter((word) => !COMMON_WORDS.has(word));
  return telling.length > 0 ? telling : all;
}

/** A text's words as they are compared: small, without signs. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** How the number of a document stands in {@link DocsIndex.words}. */
export function written(number: number): string {
  return number.toString(36).padStart(2, "0");
}

function docsWith(words: DocsIndex["words"], beginning: string): Set<number> {
  const numbers = new Set<number>();
  for (const word in words) {
    if (!word.startsWith(beginning)) continue;
    for (const digits of words[word].match(/../g) ?? []) numbers.add(parseInt(digits, 36));
  }
  return numbers;
}

function has(text: string, word: string): boolean {
  return wordsOf(text).some((other) => other.startsWith(word));
}

/** How many words of a query a document has, and what the places are worth in which it has them. */
function worthOf(doc: IndexedDoc, number: number, asked: readonly string[], inText: readonly Set<number>[]) {
  let matched = 0;
  let worth = 0;
  for (const [at, word] of asked.entries()) {
    const here = has(doc.title, word)
      ? TITLE
      : doc.headings.some(({ text }) => has(text, word))
      ? HEADING
      : has(doc.lead, word)
      ? LEAD
      : inText[at].has(number)
      ? TEXT
      : 0;
    if (here > 0) matched += 1;
    worth += here;
  }
  return { matched, worth };
}

/** The place of a document to open: the heading with most of the words where it has more than the title, else its beginning. */
function lookInto({ path, title, lead, headings }: IndexedDoc, asked: readonly string[]): Found {
  const countIn = (text: string) => asked.filter((word) => has(text, word)).length;
  let best = { href: `/docs/${path}`, title, text: lead };
  let most = Math.max(countIn(title), asked.length / 2 - 0.5);
  for (const { id, text } of headings) {
    if (countIn(text) <= most) continue;
    best = { href: `/docs/${path}#${id}`, title, text };
    most = countIn(text);
  }
  return best;
}
