import { type ComponentChildren, Fragment } from "preact";
import { Speaking, useSpeech } from "../../../islands/components/speech.tsx";
import { readTheme, type Theme, THEME_PATH } from "../../../server/build/theme.ts";
import type { Words } from "../../../words/words.ts";
import { renderDocument } from "../document.tsx";
import { PublicPage, type PublicPageProps } from "../public_page.tsx";
import { controls } from "./controls.tsx";
import { notices } from "./notices.tsx";
import type { Sample } from "./sample.ts";
import { schemeStyle } from "./scheme_style.ts";
import { texts } from "./texts.tsx";

const TITLE = "Style";

const SCHEMES = ["light", "dark"] as const;

/** Sizes of type, from the smallest: a class for each. */
const TYPE = ["text-xs", "text-dense", "text-sm", "text-base", "text-lg", "text-xl", "text-2xl", "text-3xl"] as const;

interface StylePageProps extends PublicPageProps {
  /** The project's root, where the theme is. */
  root: string;
  styleNonce: string;
}

/** `GET /style` as HTML: the palette, the type, and every component in each of its states, light and dark side by side. */
export async function renderStyle({ manifest, words, root, styleNonce }: StylePageProps): Promise<string> {
  const css = await Deno.readTextFile(`${root}/${THEME_PATH}`);
  return renderDocument({
    title: TITLE,
    manifest,
    words,
    styleNonce,
    children: (
      <PublicPage isWide>
        <style nonce={styleNonce} dangerouslySetInnerHTML={{ __html: schemeStyle(css) }} />
        <StylePage words={words} theme={readTheme(css)} />
      </PublicPage>
    ),
  });
}

function StylePage({ words, theme }: { words: Words; theme: Theme }) {
  const samples = [...controls(words.sentences), ...notices(words.sentences), ...texts(words.sentences)];
  return (
    <div class="flex flex-col gap-12">
      {/* The page's first heading is that of the sample of a page. */}
      <p class="text-3xl font-semibold">{TITLE}</p>
      <Schemes name="Palette" show={(scheme) => <Palette colours={theme[scheme]} />} />
      <Schemes name="Type" show={() => TYPE.map((size) => <p key={size} class={size}>{size}</p>)} />
      {samples.map((sample) => (
        <Schemes key={sample.name} name={sample.name} show={(scheme) => <States sample={sample} at={scheme} />} />
      ))}
    </div>
  );
}

interface SchemesProps {
  name: string;
  show: (scheme: (typeof SCHEMES)[number]) => ComponentChildren;
}

/** The same in both schemes. */
function Schemes({ name, show }: SchemesProps) {
  const speech = useSpeech();
  return (
    <section id={name} data-component={name} class="flex flex-col gap-3">
      <h2 class="text-xl font-semibold">{name}</h2>
      <div class="grid gap-4 lg:grid-cols-2">
        {SCHEMES.map((scheme) => (
          <div
            key={scheme}
            data-scheme={scheme}
            class="flex min-w-0 flex-col gap-4 rounded-lg border border-line bg-surface p-4 text-ink accent-accent"
          >
            <Speaking speech={speech}>{show(scheme)}</Speaking>
          </div>
        ))}
      </div>
    </section>
  );
}

/** A dialog stands in its place here: none is open. */
function States({ sample, at }: { sample: Sample; at: string }) {
  return (
    <dl class="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[6rem_minmax(0,1fr)] sm:gap-y-4">
      {Object.entries(sample.states).map(([state, show]) => (
        <Fragment key={state}>
          <dt class="font-mono text-xs text-ink-soft">{state}</dt>
          <dd
            dir={state === "rtl" ? "rtl" : undefined}
            class="min-w-0 max-sm:mb-4 [&_dialog]:relative [&_dialog]:block [&_dialog]:max-w-full"
          >
            {show(at)}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Palette({ colours }: { colours: ReadonlyMap<string, string> }) {
  return (
    <ul class="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {[...colours].map(([name, value]) => (
        <li key={name} class="flex items-center gap-2.5 text-sm">
          <svg viewBox="0 0 8 8" class="size-8 shrink-0" aria-hidden="true">
            <rect width="8" height="8" rx="1.5" fill={value} stroke="var(--color-line-strong)" stroke-width="0.25" />
          </svg>
          <span>
            <span class="block">{name}</span>
            <code class="text-xs text-ink-soft">{value}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
