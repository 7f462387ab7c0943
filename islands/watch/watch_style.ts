/** Tokens of the theme, as the build finds them in `static/style/theme.css`. */
declare const INVIGIL_THEME: string;

const RULES = `
:host { all: initial !important; color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
* { box-sizing: border-box; margin: 0; }
:focus-visible { outline: 2px solid var(--color-focus); outline-offset: 2px; }
[hidden] { display: none !important; }
button, input { font: inherit; color: inherit; }
button { min-height: 40px; padding: 0 14px; border: 1px solid var(--color-line-strong); border-radius: 6px;
  background: var(--color-raised); color: var(--color-ink); font-weight: 500; cursor: pointer; }
button.main { border-color: var(--color-accent); background: var(--color-accent); color: var(--color-accent-ink); }
button:disabled { opacity: .6; cursor: progress; }
dialog { width: min(36rem, calc(100vw - 24px)); max-height: calc(100dvh - 24px); overflow: auto; margin: auto; padding: 24px;
  border: 1px solid var(--color-line); border-radius: 12px; background: var(--color-raised); color: var(--color-ink);
  box-shadow: var(--shadow-raised); }
dialog::backdrop { background: var(--color-shade); }
h1, h2 { font-size: 1.35em; line-height: 1.25; overflow-wrap: anywhere; }
.stack { display: grid; gap: 14px; }
.row { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; }
ul { padding-inline-start: 1.2em; display: grid; gap: 4px; }
.soft { color: var(--color-ink-soft); font-size: .93em; }
.problem { color: var(--color-high); font-weight: 500; }
label { display: grid; gap: 4px; font-weight: 500; }
input { min-height: 40px; padding: 0 10px; border: 1px solid var(--color-line-strong); border-radius: 6px;
  background: var(--color-surface); color: var(--color-ink); font-weight: 400; }
input[aria-invalid=true] { border-color: var(--color-high); }
.bar { position: fixed; z-index: 2147483647; inset-block-end: 12px; inset-inline-end: 12px; display: grid; gap: 8px;
  justify-items: end; max-width: calc(100vw - 24px); color: var(--color-ink); }
.bar > .panel { order: -1; }
.pill { display: inline-flex; gap: 8px; align-items: center; border-radius: 999px; box-shadow: var(--shadow-raised); }
.dot { width: 9px; height: 9px; border-radius: 50%; background: var(--color-line-strong); }
.dot[data-level=low] { background: var(--color-low); }
.dot[data-level=medium] { background: var(--color-medium); border-radius: 2px; }
.dot[data-level=high] { background: var(--color-high); transform: rotate(45deg); border-radius: 0; }
.panel { width: min(22rem, calc(100vw - 24px)); max-height: min(30rem, calc(100dvh - 90px)); overflow: auto; padding: 16px;
  border: 1px solid var(--color-line); border-radius: 12px; background: var(--color-raised); box-shadow: var(--shadow-raised); }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.popup { padding: 18px; background: var(--color-surface); color: var(--color-ink); }
.notice { padding: 10px 12px; border-radius: 8px; background: var(--color-accent-soft); }
.notice[data-kind=warning] { background: var(--color-medium-soft); }
@media (forced-colors: active) { .dot { forced-color-adjust: none; } button, .panel, dialog { border: 1px solid; } }
`;

/**
 * A place of our own in a page that is not ours: its style does not reach the page, nor the page's it. Style sheets are made by
 * script, so that a page that allows no inline style shows it as well.
 *
 * @returns The host, to be put into the page, and the root that things are drawn in.
 */
export function ownPlace(language: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement("div");
  host.lang = language;
  host.dir = "auto";
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(INVIGIL_THEME + RULES);
  root.adoptedStyleSheets = [sheet];
  return { host, root };
}
