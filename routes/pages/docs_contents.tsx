import { useSpeech, useWords } from "../../islands/components/speech.tsx";
import type { DocsData } from "../../islands/docs/docs_main.tsx";
import { DocsSearch } from "../../islands/docs/docs_search.tsx";
import type { DocsIndex } from "../../islands/docs/search_docs.ts";
import type { Doc, Docs } from "../../server/docs/read_docs.ts";
import { renderDocument } from "./document.tsx";
import { PublicPage, type PublicPageProps } from "./public_page.tsx";

interface ContentsProps extends PublicPageProps {
  docs: Docs;
  index: DocsIndex;
  /** What the address asks for. */
  query: string;
}

/** `GET /docs` as HTML: every document by whom it is for, and a search that works with a script and without. */
export function renderContents({ manifest, words, origin, docs, index, query }: ContentsProps): string {
  const data: DocsData = { index, query };
  return renderDocument({
    title: words.sentences.docs.title,
    description: words.sentences.docs.lead,
    manifest,
    words,
    origin,
    script: "docs",
    groups: ["docsSearch"],
    data,
    children: <Contents docs={docs} data={data} />,
  });
}

function Contents({ docs, data }: { docs: Docs; data: DocsData }) {
  const words = useWords("docs");
  return (
    <PublicPage place="docs">
      <div class="flex flex-col gap-12">
        <header class="flex max-w-2xl flex-col gap-3">
          <h1 class="text-3xl font-semibold">{words.title}</h1>
          <p class="text-lg text-ink-soft">{words.lead}</p>
          <InEnglish />
          <p>
            <a href="/api" class="text-accent underline underline-offset-4">{words.reference}</a>
          </p>
        </header>
        <div id="docs_search" class="max-w-2xl">
          <DocsSearch index={data.index} query={data.query} />
        </div>
        {docs.shelves.map((shelf) => (
          <section key={shelf.reader} aria-labelledby={`for-${shelf.reader}`} class="flex flex-col gap-4">
            <h2 id={`for-${shelf.reader}`} class="border-b border-line pb-2 text-xl font-semibold">
              {words.readers[shelf.reader]}
            </h2>
            <ul lang="en" class="grid gap-x-10 gap-y-5 md:grid-cols-2">
              {shelf.docs.map((doc) => <Entry key={doc.path} doc={doc} />)}
            </ul>
          </section>
        ))}
      </div>
    </PublicPage>
  );
}

function Entry({ doc }: { doc: Doc }) {
  return (
    <li class="min-w-0">
      <a href={`/docs/${doc.path}`} class="font-medium text-accent underline underline-offset-4">{doc.title}</a>
      <p class="mt-1 max-w-prose text-sm text-ink-soft wrap-anywhere">{doc.lead}</p>
    </li>
  );
}

/** Says in other languages that the documents are in English. */
export function InEnglish() {
  const words = useWords("docs");
  const { speaker } = useSpeech();
  return speaker.language.tag === "en" ? null : <p class="text-sm text-ink-soft">{words.english}</p>;
}
