import { DOC_MARKDOWN, type DocEnvironment, type Heading } from "./doc_markdown.ts";
import { firstSentence } from "./first_sentence.ts";
import { type Reader, type Shelf, SHELVES } from "./shelves.ts";

/** A document as it is shown. */
export interface Doc {
  /** Below `docs/`, without the ending: `guides/sit_an_exam`. */
  path: string;
  reader: Reader;
  title: string;
  /** First sentence of its first paragraph. */
  lead: string;
  headings: readonly Heading[];
  /** All below the title. */
  html: string;
}

/** All documents that are shown, in the order of {@link SHELVES}. */
export interface Docs {
  shelves: readonly { reader: Reader; docs: readonly Doc[] }[];
  byPath: ReadonlyMap<string, Doc>;
  /** Names of the pictures in `docs/images`. */
  images: ReadonlySet<string>;
}

/**
 * Reads and renders every document. They are part of what is deployed, as the pages' files are, and do not change while a
 * server runs: whoever asks keeps them.
 *
 * @param root The project's root.
 * @throws {Deno.errors.NotFound} If a document of the shelves is not there.
 */
export async function readDocs(root: string, shelves: readonly Shelf[] = SHELVES): Promise<Docs> {
  const paths = shelves.flatMap((shelf) => shelf.paths);
  const texts = new Map(
    await Promise.all(paths.map(async (path) => [path, await Deno.readTextFile(`${root}/docs/${path}.md`)] as const)),
  );
  // A document names others by their titles: those are known before any is rendered.
  const titles = new Map(
    Array.from(texts, ([path, text]) => [path, renderDoc(path, text.split("\n", 1)[0], () => undefined).title]),
  );
  const rendered: { reader: Reader; docs: Doc[] }[] = [];
  for (const { reader, paths } of shelves) {
    const docs: Doc[] = [];
    for (const path of paths) {
      docs.push({ reader, ...renderDoc(path, texts.get(path) ?? "", (other) => titles.get(other)) });
      // An exam may be under way: nobody waits for all of them.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    rendered.push({ reader, docs });
  }
  const images = new Set<string>();
  for await (const { name } of Deno.readDir(`${root}/docs/images`)) images.add(name);
  const byPath = new Map(rendered.flatMap(({ docs }) => docs).map((doc) => [doc.path, doc]));
  return { shelves: rendered, byPath, images };
}

/**
 * Renders one document.
 *
 * @param titleOf Titles of the others, see {@link DocEnvironment}.
 */
export function renderDoc(path: string, text: string, titleOf: DocEnvironment["titleOf"]): Omit<Doc, "reader"> {
  const environment: DocEnvironment = { path, titleOf, title: "", headings: [], opening: "" };
  const html = DOC_MARKDOWN.render(text, environment);
  const { title, headings, opening } = environment;
  return { path, title, lead: firstSentence(opening), headings, html };
}
