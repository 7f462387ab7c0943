import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { type PageWords, Speaking, speechOf } from "../../islands/components/speech.tsx";
import { type EntryName, TEXT_FONT } from "../../server/build/entries.ts";
import { assetUrl, type Manifest, scriptUrls } from "../../server/build/manifest.ts";
import type { Group, Sentences, Words } from "../../words/words.ts";

/** Of the browser's own bar above a page: the theme's `raised`, as of our headers, which no style sheet can say there. */
const BAR_COLOURS = [{ scheme: "light", colour: "#ffffff" }, { scheme: "dark", colour: "#191c22" }] as const;

/** Pixels of the pictures that are shared. */
export const SOCIAL_PICTURE = { width: 1_200, height: 630 } as const;

interface DocumentProps {
  /** What the page is, first thing that a screen reader says and a tab shows. */
  title: string;
  /** One sentence of what the page is about, for who finds it elsewhere; only of pages that are meant to be found. */
  description?: string;
  /** Scheme and host of this server, of pages with a description: what is shared names its picture in full. */
  origin?: string;
  /** The last build, for the addresses of style and script. */
  manifest: Manifest;
  /** The page's script; a page without one is plain HTML. */
  script?: EntryName;
  /** What the page's own style elements carry, as its policy has it. */
  styleNonce?: string;
  /** The page's language. */
  words: Words;
  /** Groups of words that the page's script needs, beside those of every page. */
  groups?: readonly Group[];
  /** What the page's script starts from; JSON. */
  data?: unknown;
  /** Above the main part: a header with navigation. */
  header?: ComponentChildren;
  /** The main part. It is hydrated by the script, within `#island`. */
  children: ComponentChildren;
}

/**
 * A whole HTML page as text. No inline script, no inline style: the page works under a strict CSP.
 *
 * @throws {RangeError} If the build lacks the script or the style sheet.
 */
export function renderDocument(props: DocumentProps): string {
  const { words } = props;
  const { language, sentences } = words;
  const speech = speechOf(words);
  const script = props.script === undefined || !hasScript(props.manifest, props.script)
    ? null
    : scriptUrls(props.manifest, props.script);
  return "<!doctype html>" + renderToString(
    <html lang={language.tag} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        {props.styleNonce && <meta name="style-nonce" content={props.styleNonce} />}
        <title>{speech.speaker.say(sentences.page.tab, { title: props.title })}</title>
        {props.description && (
          <>
            <meta name="description" content={props.description} />
            <meta property="og:title" content={props.title} />
            <meta property="og:description" content={props.description} />
            <meta property="og:type" content="website" />
            <meta property="og:site_name" content="Invigil" />
            <meta property="og:locale" content={language.locale.replace("-", "_")} />
            {props.origin && <SocialPicture origin={props.origin} words={words} />}
          </>
        )}
        {BAR_COLOURS.map(({ scheme, colour }) => (
          <meta key={scheme} name="theme-color" media={`(prefers-color-scheme: ${scheme})`} content={colour} />
        ))}
        <link rel="icon" href="/static/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/static/pictures/apple-touch-icon.png" />
        <link rel="manifest" href="/static/manifest.webmanifest" />
        <link rel="stylesheet" href={assetUrl(props.manifest, "style.css")} />
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
          href={assetUrl(props.manifest, TEXT_FONT)}
        />
        {script?.preload.map((href) => <link key={href} rel="modulepreload" href={href} />)}
        {script !== null && <script type="module" src={script.script} />}
      </head>
      <body class="flex flex-col font-sans text-base text-ink bg-surface">
        <a
          href="#main"
          class="absolute start-2 top-2 z-50 -translate-y-20 rounded-field bg-accent px-3 py-2 text-accent-ink focus:translate-y-0"
        >
          {sentences.page.skip}
        </a>
        <Speaking speech={speech}>
          {props.header}
          <main id="main" tabIndex={-1} class="flex min-h-0 flex-1 flex-col outline-none">
            <div id="island" class="flex min-h-0 flex-1 flex-col">{props.children}</div>
          </main>
        </Speaking>
        {props.data !== undefined && <EmbeddedJson id="page-data" value={props.data} />}
        {script !== null && <EmbeddedJson id="page-words" value={pageWords(words, props.groups ?? [])} />}
      </body>
    </html>,
  );
}

/** What is shown of the page where somebody shares its address; `tests/pictures` draws it. */
function SocialPicture({ origin, words: { language, sentences } }: { origin: string; words: Words }) {
  const { width, height } = SOCIAL_PICTURE;
  return (
    <>
      <meta property="og:image" content={`${origin}/static/pictures/social-${language.tag}.png`} />
      <meta property="og:image:width" content={String(width)} />
      <meta property="og:image:height" content={String(height)} />
      <meta property="og:image:alt" content={sentences.publicPage.social.picture} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

function EmbeddedJson({ id, value }: { id: string; value: unknown }) {
  return <script type="application/json" id={id} dangerouslySetInnerHTML={{ __html: embeddableJson(value) }} />;
}

/** The words that a page's script needs. */
function pageWords({ language, counted, sentences }: Words, groups: readonly Group[]): PageWords {
  const chosen: Partial<Sentences> = { page: sentences.page };
  for (const group of groups) Object.assign(chosen, { [group]: sentences[group] });
  return { language, counted, sentences: chosen };
}

/**
 * JSON that can stand inside a `<script>` element: nothing in it ends the element or opens a comment.
 *
 * @example
 * assert.equal(embeddableJson("</script>"), '"\\u003c/script\\u003e"');
 */
export function embeddableJson(data: unknown): string {
  return JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll(">", "\\u003e")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** During development a page's script may not be written yet; the page then shows what the server rendered. */
function hasScript(manifest: Manifest, name: EntryName): boolean {
  return manifest.files[`${name}.js`] !== undefined;
}
