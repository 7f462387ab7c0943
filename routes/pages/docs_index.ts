import { type DocsIndex, wordsOf, written } from "../../islands/docs/search_docs.ts";
import type { Docs } from "../../server/docs/read_docs.ts";

/** Shorter words are in every text and find nothing. */
const FEWEST_LETTERS = 3;

/** What the search of the contents page knows of the documents. */
export function indexDocs({ shelves }: Docs): DocsIndex {
  const all = shelves.flatMap(({ docs }) => docs);
  const words = new Map<string, string>();
  for (const [number, { html }] of all.entries()) {
    // Programs have words that nobody looks for.
    const text = html.replace(/<pre[\s\S]*?<\/pre>|<[^>]+>|&#?\w+;/g, " ");
    for (const word of new Set(wordsOf(text))) {
      if (word.length < FEWEST_LETTERS || !/^\p{L}/u.test(word)) continue;
      words.set(word, (words.get(word) ?? "") + written(number));
    }
  }
  return {
    docs: all.map(({ path, title, lead, headings }) => ({
      path,
      title,
      lead,
      headings: headings.map(({ id, text }) => ({ id, text })),
    })),
    words: Object.fromEntries([...words].sort(([a], [b]) => a < b ? -1 : 1)),
  };
}
