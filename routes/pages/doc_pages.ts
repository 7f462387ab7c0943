import { extname } from "node:path";
import type { DocsIndex } from "../../islands/docs/search_docs.ts";
import type { Manifest } from "../../server/build/manifest.ts";
import { type Docs, readDocs } from "../../server/docs/read_docs.ts";
import { Refusal } from "../../server/errors.ts";
import { STATIC_TYPES } from "../edge/file_types.ts";
import type { Route } from "../edge/route.ts";
import { renderContents } from "./docs_contents.tsx";
import { renderDocPage } from "./docs_document.tsx";
import { indexDocs } from "./docs_index.ts";

/** Longest query that is looked at: a longer one is nobody's. */
const MOST_QUERY = 100;

interface Kept extends Docs {
  index: DocsIndex;
}

/** The documents, read when the first of them is asked for, and kept: they are part of what is deployed. */
export function docPages(manifest: Manifest, root: string): Route[] {
  let kept: Promise<Kept> | null = null;
  function docs(): Promise<Kept> {
    kept ??= readDocs(root).then((read) => ({ ...read, index: indexDocs(read) })).catch((error) => {
      kept = null;
      throw error;
    });
    return kept;
  }
  return [
    {
      operation: "page_docs",
      async handle({ request, words, ownOrigin: origin }) {
        const query = new URL(request.url).searchParams.get("q")?.slice(0, MOST_QUERY) ?? "";
        const { index, ...read } = await docs();
        return { html: renderContents({ manifest, words, origin, docs: read, index, query }) };
      },
    },
    {
      operation: "document_image",
      async handle({ params: { name } }) {
        const type = STATIC_TYPES[extname(name)];
        if (type === undefined || !(await docs()).images.has(name)) throw new Refusal("not_found", "nothing_here");
        return { file: { content: await Deno.readFile(`${root}/docs/images/${name}`), type, isHashed: false } };
      },
    },
    {
      operation: "page_document",
      async handle({ request, words, ownOrigin: origin }) {
        const { byPath, shelves } = await docs();
        const doc = byPath.get(new URL(request.url).pathname.slice("/docs/".length));
        if (doc === undefined) throw new Refusal("not_found", "nothing_here");
        return { html: renderDocPage({ manifest, words, origin, doc, shelves }) };
      },
    },
  ];
}
