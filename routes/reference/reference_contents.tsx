import { useWords } from "../../islands/components/speech.tsx";
import { CLIENT_FILE, CLIENT_TYPES_FILE } from "../../server/build/client_files.ts";
import { assetUrl, type Manifest } from "../../server/build/manifest.ts";
import { CLIENT_EXAMPLE } from "./client_example.ts";
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
  return renderDocument({
    title,
    description: lead,
    manifest,
    words,
    children: <Contents manifest={manifest} parts={parts} />,
  });
}

function Contents({ manifest, parts }: Omit<ContentsProps, "words">) {
  const words = useWords("api");
  return (
    <PublicPage>
      <div class="flex flex-col gap-10">
        <header class="flex max-w-2xl flex-col gap-3">
          <h1 class="text-3xl font-semibold">{words.title}</h1>
          <p class="text-lg text-ink-soft">{words.lead}</p>
          <p class="text-ink-soft">{words.how}</p>
          <ReferenceInEnglish />
        </header>
        <ul class="flex max-w-2xl flex-col gap-2">
          <li>
            <a href="/openapi.json" class={LINK}>{words.openApi}</a>
          </li>
          <li>
            <a href="/asyncapi.json" class={LINK}>{words.asyncApi}</a>
          </li>
          <li>
            <a href="/docs/guides/integrate_by_rest" class={LINK}>{words.guide}</a>
          </li>
          <li>
            <a href="#client" class={LINK}>{words.toClient}</a>
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
        <ClientPart manifest={manifest} />
      </div>
    </PublicPage>
  );
}

/** The client for others: its files, and how it is used. */
function ClientPart({ manifest }: { manifest: Manifest }) {
  const words = useWords("api");
  return (
    <section aria-labelledby="client" class="flex min-w-0 flex-col gap-4">
      <h2 id="client" class="border-b border-line pb-2 text-xl font-semibold">{words.client}</h2>
      <p class="max-w-2xl text-ink-soft">{words.clientSaid}</p>
      <ul class="flex flex-wrap gap-x-6 gap-y-2">
        {[CLIENT_FILE, CLIENT_TYPES_FILE].filter((name) => manifest.files[name] !== undefined).map((name) => (
          <li key={name}>
            <a href={assetUrl(manifest, name)} download={name} class={LINK} translate={false}>{name}</a>
          </li>
        ))}
      </ul>
      <div class="rich docs-rich" dir="ltr">
        <pre tabIndex={0} translate={false}><code>{CLIENT_EXAMPLE}</code></pre>
      </div>
    </section>
  );
}
