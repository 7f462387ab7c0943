import type { ComponentChildren } from "preact";
import { useSpeech, useWords } from "../../islands/components/speech.tsx";
import { PublicPage } from "../pages/public_page.tsx";

/** An operation, or another place in a page. */
interface Place {
  id: string;
  text: string;
  /** Method and path. */
  address?: string;
}

/** A page of the reference. */
export interface Part {
  /** In its address, `/api/reference/{tag}`. */
  tag: string;
  title: string;
  lead: string;
  /** What of it has a place of its own. */
  places: readonly Place[];
}

/** Says in other languages that the reference is in English. */
export function ReferenceInEnglish() {
  const words = useWords("api");
  const { speaker } = useSpeech();
  return speaker.language.tag === "en" ? null : <p class="text-sm text-ink-soft">{words.english}</p>;
}

interface FrameProps {
  part: Part;
  parts: readonly Part[];
  children: ComponentChildren;
}

/** A part of the reference in the middle, the others and its own places beside it where there is room, as a document has them. */
export function ReferenceFrame({ part, parts, children }: FrameProps) {
  const words = useWords("api");
  return (
    <PublicPage isWide>
      <div class="docs-page">
        <div class="docs-text">
          <p>
            <a href="/api" class="text-sm text-accent underline underline-offset-4">{words.all}</a>
          </p>
          <ReferenceInEnglish />
          <div class="rich docs-rich api-rich">
            <h1 lang="en">{part.title}</h1>
            <p lang="en" class="text-ink-soft">{part.lead}</p>
            <details class="docs-inner">
              <summary>{words.onThisPage}</summary>
              <Places part={part} />
            </details>
            {children}
          </div>
        </div>
        <nav aria-label={words.parts} class="docs-nav">
          <p class="docs-label">{words.parts}</p>
          <ul lang="en" class="docs-list">
            {parts.map(({ tag, title }) => (
              <li key={tag}>
                <a href={`/api/reference/${tag}`} aria-current={tag === part.tag ? "page" : undefined}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="docs-aside">
          <p class="docs-label">{words.onThisPage}</p>
          <Places part={part} />
        </div>
      </div>
    </PublicPage>
  );
}

function Places({ part }: { part: Part }) {
  const words = useWords("api");
  return (
    <nav aria-label={words.onThisPage}>
      <ul lang="en" class="docs-list">
        {part.places.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
