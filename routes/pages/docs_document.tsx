import { useWords } from "../../islands/components/speech.tsx";
import type { Heading } from "../../server/docs/doc_markdown.ts";
import type { Doc, Docs } from "../../server/docs/read_docs.ts";
import { InEnglish } from "./docs_contents.tsx";
import { renderDocument } from "./document.tsx";
import { PublicPage, type PublicPageProps } from "./public_page.tsx";

interface DocProps {
  doc: Doc;
  shelves: Docs["shelves"];
}

/** `GET /docs/{path}` as HTML. It has no script. */
export function renderDocPage({ manifest, words, origin, doc, shelves }: PublicPageProps & DocProps): string {
  return renderDocument({
    title: doc.title,
    description: doc.lead,
    manifest,
    words,
    origin,
    children: <DocPage doc={doc} shelves={shelves} />,
  });
}

/** The text comes first also where it stands in the middle: whoever opens a document wants to read it. */
function DocPage({ doc, shelves }: DocProps) {
  const words = useWords("docs");
  return (
    <PublicPage place="docs" isWide>
      <div class="docs-page">
        <div class="docs-text">
          <p>
            <a href="/docs" class="text-sm text-accent underline underline-offset-4">{words.all}</a>
          </p>
          <InEnglish />
          <article lang="en" dir="ltr" class="rich docs-rich">
            <h1>{doc.title}</h1>
            {headingsOf(doc).length > 1 && (
              <details lang={undefined} class="docs-inner">
                <summary>{words.onThisPage}</summary>
                <OnThisPage doc={doc} />
              </details>
            )}
            <div dangerouslySetInnerHTML={{ __html: doc.html }} />
          </article>
          <Neighbours doc={doc} shelves={shelves} />
        </div>
        <OtherDocs doc={doc} shelves={shelves} />
        <div class="docs-aside">
          {headingsOf(doc).length > 1 && (
            <>
              <p class="docs-label">{words.onThisPage}</p>
              <OnThisPage doc={doc} />
            </>
          )}
        </div>
      </div>
    </PublicPage>
  );
}

/** Those that a list of a page's parts names: the smaller ones would hide the others. */
function headingsOf({ headings }: Doc): readonly Heading[] {
  return headings.filter(({ level }) => level === 2);
}

function OnThisPage({ doc }: { doc: Doc }) {
  const words = useWords("docs");
  return (
    <nav aria-label={words.onThisPage}>
      <ul lang="en" class="docs-list">
        {headingsOf(doc).map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Every other document, with the shelf open on which this one stands. */
function OtherDocs({ doc, shelves }: DocProps) {
  const words = useWords("docs");
  return (
    <nav aria-label={words.documents} class="docs-nav">
      {shelves.map((shelf) => (
        <details key={shelf.reader} open={shelf.reader === doc.reader}>
          <summary>{words.readers[shelf.reader]}</summary>
          <ul lang="en" class="docs-list">
            {shelf.docs.map(({ path, title }) => (
              <li key={path}>
                <a href={`/docs/${path}`} aria-current={path === doc.path ? "page" : undefined}>{title}</a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}

function Neighbours({ doc, shelves }: DocProps) {
  const words = useWords("docs");
  const all = shelves.flatMap(({ docs }) => docs);
  const at = all.indexOf(doc);
  const [previous, next] = [all[at - 1], all[at + 1]];
  return (
    <nav aria-label={words.neighbours} class="mt-12 grid gap-3 border-t border-line pt-6 sm:grid-cols-2">
      {previous && <Neighbour doc={previous} label={words.previous} rel="prev" />}
      {next && <Neighbour doc={next} label={words.next} rel="next" class="sm:col-start-2 sm:text-end" />}
    </nav>
  );
}

interface NeighbourProps {
  doc: Doc;
  label: string;
  rel: string;
  class?: string;
}

function Neighbour({ doc, label, rel, class: className = "" }: NeighbourProps) {
  return (
    <a
      href={`/docs/${doc.path}`}
      rel={rel}
      class={`block rounded-lg border border-line bg-raised px-4 py-3 hover:bg-sunken ${className}`}
    >
      <span class="block text-sm text-ink-soft">{label}</span>
      <span lang="en" class="font-medium text-accent">{doc.title}</span>
    </a>
  );
}
