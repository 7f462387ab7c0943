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

/** A document, or a place in one, that has every word of a query. */
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
 * Documents that have every word of a query, or one that begins so; best first. The same on the server, which answers where
 * there is no script.
 */
export function searchDocs({ docs, words }: DocsIndex, query: string): Found[] {
  const asked = wordsOf(query);
  if (asked.length === 0) return [];
  const inText = asked.map((word) => docsWith(words, word));
  return docs.map((doc, number) => ({ ...lookInto(doc, asked), worth: worthOf(doc, number, asked, inText) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth).slice(0, MOST_FOUND).map(({ href, title, text }) => ({ href, title, text }));
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

/** What a document is worth for a query: nothing where a word of it is missing. */
function worthOf(doc: IndexedDoc, number: number, asked: readonly string[], inText: readonly Set<number>[]): number {
  let sum = 0;
  for (const [at, word] of asked.entries()) {
    const worth = has(doc.title, word)
      ? TITLE
      : doc.headings.some(({ text }) => has(text, word))
      ? HEADING
      : has(doc.lead, word)
      ? LEAD
      : inText[at].has(number)
      ? TEXT
      : 0;
    if (worth === 0) return 0;
    sum += worth;
  }
  return sum;
}

/** The place of a document to open: the first heading that has every word, else its beginning. */
function lookInto({ path, title, lead, headings }: IndexedDoc, asked: readonly string[]): Found {
  const heading = headings.find(({ text }) => asked.every((word) => has(text, word)));
  if (heading === undefined) return { href: `/docs/${path}`, title, text: lead };
  return { href: `/docs/${path}#${heading.id}`, title, text: heading.text };
}
