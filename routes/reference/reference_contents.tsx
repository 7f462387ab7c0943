import { useWords } from "../../islands/components/speech.tsx";
import { renderDocument } from "../pages/document.tsx";
import { PublicPage, type PublicPageProps } from "../pages/public_page.tsx";
import { type Part, ReferenceInEnglish } from "./reference_frame.tsx";

interface ContentsProps extends PublicPageProps {
  parts: readonly Part[];
}

const LINK = "text-accent underline underline-offset-4";

/** `GET /api` as HTML: the parts of the reference with every operation, and how to begin. It has no script. */
export function renderReference({ manifest, words, parts }: ContentsProps): string {
  const { title, lead } = words.sentences.api;
  return renderDocument({ title, description: lead, manifest, words, children: <Contents parts={parts} /> });
}

function Contents({ parts }: { parts: readonly Part[] }) {
  const words = useWords("api");
  return (
    <PublicPage>
      <div class="flex flex-col gap-10">
        <header class="flex max-w-2xl flex-col gap-3">
          <h1 class="text-3xl font-semibold">{words.title}</h1>
          <p class="text-lg text-ink-soft">{words.lead}</p>
          <ReferenceInEnglish />
        </header>
        <ul class="flex max-w-2xl flex-col gap-2">
          <li>
            <a href="/openapi.json" class={LINK}>{words.openApi}</a>
          </li>
          <li>
            <a href="/asyncapi.json" class={LINK}>{words.asyncApi}</a>
          </li>
        </ul>
        <div class="grid gap-x-10 gap-y-8 md:grid-cols-2">
          {parts.map(({ tag, title, lead, places }) => (
            <section key={tag} lang="en" aria-labelledby={tag} class="min-w-0">
              <h2 id={tag} class="text-lg font-semibold">
                <a href={`/api/reference/${tag}`} class={LINK}>{title}</a>
              </h2>
              <p class="mt-1 text-sm text-ink-soft">{lead}</p>
              <ul class="docs-list mt-3">
                {places.map(({ id, text, address }) => (
                  <li key={id}>
                    <a href={`/api/reference/${tag}#${id}`}>
                      {text}
                      {address && <code class="api-place" translate={false}>{address}</code>}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </PublicPage>
  );
}
