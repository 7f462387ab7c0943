import type { ComponentChildren } from "preact";
import { useWords } from "../../islands/components/speech.tsx";
import type { Manifest } from "../../server/build/manifest.ts";
import type { Words } from "../../words/words.ts";
import { type Place, VisitorHeader } from "./visitor_header.tsx";

/** What every page that is open to anyone is given. */
export interface PublicPageProps {
  manifest: Manifest;
  words: Words;
  /** Scheme and host of this server, for what is read elsewhere. */
  origin?: string;
}

interface PublicFrameProps {
  children: ComponentChildren;
  /** Where the page belongs, where the header leads there. */
  place?: Place;
  /** Over a page that has columns beside its text. */
  isWide?: boolean;
}

/** Frame of the pages that are open to anyone and need no script: a line at the top, a line at the bottom. */
export function PublicPage({ children, place, isWide = false }: PublicFrameProps) {
  const words = useWords("publicPage");
  const width = isWide ? "max-w-[88rem]" : "max-w-5xl";
  return (
    <div class="flex flex-1 flex-col">
      <VisitorHeader place={place} width={width} />
      <div class={`mx-auto w-full flex-1 px-4 sm:px-6 ${width} ${isWide ? "py-8 sm:py-10" : "py-10 sm:py-16"}`}>
        {children}
      </div>
      <div class="border-t border-line">
        <div class={`mx-auto flex w-full flex-wrap gap-x-6 gap-y-2 px-4 py-5 text-sm text-ink-soft sm:px-6 ${width}`}>
          <a href="/docs" class="underline underline-offset-4">{words.docs}</a>
          <a href="/api" class="underline underline-offset-4">{words.api}</a>
          <a href="/privacy" class="underline underline-offset-4">{words.privacy}</a>
          <span>{words.principle}</span>
        </div>
      </div>
    </div>
  );
}

interface PublicToolProps {
  /** Id of what its script brings to life. */
  id: string;
  title: string;
  lead: string;
  /** What it says without a script, where that is not as on every page. */
  noScript?: string;
  children: ComponentChildren;
}

/** A public page that does something in the reader's own browser: title, lead, and what its script brings to life. */
export function PublicTool({ id, title, lead, noScript, children }: PublicToolProps) {
  return (
    <div class="flex flex-col gap-8">
      <header class="flex max-w-3xl flex-col gap-3">
        <h1 class="text-3xl font-semibold">{title}</h1>
        <p class="text-lg text-ink-soft">{lead}</p>
      </header>
      <NoScript text={noScript} />
      <div id={id}>{children}</div>
    </div>
  );
}

/** What a page says that needs a script and has none. */
export function NoScript({ class: className, text }: { class?: string; text?: string }) {
  const { noScript } = useWords("publicPage");
  return (
    <noscript>
      <p class={className}>{text ?? noScript}</p>
    </noscript>
  );
}
