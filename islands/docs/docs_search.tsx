import { useState } from "preact/hooks";
import { INPUT_CLASS } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { type DocsIndex, type Found, searchDocs } from "./search_docs.ts";

interface DocsSearchProps {
  index: DocsIndex;
  /** What the page's address asks for. */
  query: string;
}

/** Searches the documents while somebody types. Without a script it is a form, and the server answers it. */
export function DocsSearch({ index, query: asked }: DocsSearchProps) {
  const { speaker } = useSpeech();
  const words = useWords("docsSearch");
  const [query, setQuery] = useState(asked);
  const found = searchDocs(index, query);
  const isAsked = query.trim() !== "";
  return (
    <search class="flex flex-col gap-4" onKeyDown={lead}>
      <form
        action="/docs"
        method="get"
        class="flex flex-col gap-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          if (found.length > 0) location.assign(found[0].href);
        }}
      >
        <label for="docs-query" class="text-sm font-medium">{words.label}</label>
        <p id="docs-query-hint" class="text-sm text-ink-soft">{words.hint}</p>
        <div class="flex gap-2">
          <input
            id="docs-query"
            type="search"
            name="q"
            value={query}
            autoComplete="off"
            spellcheck={false}
            maxLength={100}
            aria-describedby="docs-query-hint"
            class={INPUT_CLASS}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <button
            type="submit"
            class="min-h-10 shrink-0 rounded-field border border-line-strong bg-raised px-4 text-sm font-medium hover:bg-sunken"
          >
            {words.button}
          </button>
        </div>
      </form>
      <p role="status" class={isAsked ? "text-sm text-ink-soft" : "sr-only"}>
        {isAsked && (found.length > 0 ? speaker.say(words.found, { n: found.length }) : words.nothing)}
      </p>
      {found.length > 0 && <FoundList found={found} />}
    </search>
  );
}

function FoundList({ found }: { found: readonly Found[] }) {
  const words = useWords("docsSearch");
  return (
    <ul aria-label={words.results} lang="en" class="divide-y divide-line rounded-lg border border-line bg-raised">
      {found.map(({ href, title, text }) => (
        <li key={href}>
          <a data-found href={href} class="block px-4 py-3 hover:bg-sunken">
            <span class="font-medium text-accent">{title}</span>
            <span class="block text-sm text-ink-soft wrap-anywhere">{text}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The arrow keys lead from the field through what was found, and back. */
function lead(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("#docs-query, [data-found]")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + step];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
