import { useWords } from "../../islands/components/speech.tsx";
import { renderDocument } from "./document.tsx";
import { PublicPage, type PublicPageProps } from "./public_page.tsx";

/** `GET /` as HTML. */
export function renderHome({ manifest, words }: PublicPageProps): string {
  return renderDocument({ title: words.sentences.home.tab, manifest, words, children: <Home /> });
}

function Home() {
  const words = useWords("home");
  return (
    <PublicPage>
      <div class="flex flex-col gap-12">
        <div class="flex max-w-2xl flex-col gap-5">
          <h1 class="text-3xl font-semibold sm:text-4xl">{words.title}</h1>
          <p class="text-lg text-ink-soft">{words.lead}</p>
          <div class="flex flex-wrap gap-3">
            <a
              href="/join"
              class="inline-flex min-h-11 items-center rounded-field bg-accent px-5 font-medium text-accent-ink hover:opacity-90"
            >
              {words.join}
            </a>
            <a
              href="/login"
              class="inline-flex min-h-11 items-center rounded-field border border-line-strong bg-raised px-5 font-medium hover:bg-sunken"
            >
              {words.signIn}
            </a>
          </div>
        </div>
        <dl class="grid gap-x-8 gap-y-6 border-t border-line pt-8 sm:grid-cols-2 lg:grid-cols-4">
          {Object.values(words.promises).map(({ name, text }) => (
            <div key={name}>
              <dt class="font-semibold">{name}</dt>
              <dd class="mt-1 text-sm text-ink-soft">{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </PublicPage>
  );
}
