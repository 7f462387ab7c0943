import assert from "node:assert/strict";
import { projectRoot } from "../../../server/tasks/build.ts";

/** Pairs that carry text, with the least contrast that WCAG 2.2 AA asks of them. */
const PAIRS: [string, string, number][] = [
  ...["surface", "raised", "sunken"].flatMap((ground): [string, string, number][] => [
    ["ink", ground, 4.5],
    ["ink-soft", ground, 4.5],
    ["low", ground, 4.5],
    ["medium", ground, 4.5],
    ["high", ground, 4.5],
    ["accent", ground, 4.5],
    ["line-strong", ground, 3],
    ["focus", ground, 3],
  ]),
  ["ink", "accent-soft", 4.5],
  ["ink-soft", "accent-soft", 4.5],
  ["low", "accent-soft", 4.5],
  ["accent-ink", "accent", 4.5],
  ["high-ink", "high", 4.5],
  ["low", "low-soft", 4.5],
  ["medium", "medium-soft", 4.5],
  ["high", "high-soft", 4.5],
  ["ink", "low-soft", 4.5],
  ["ink", "medium-soft", 4.5],
  ["ink", "high-soft", 4.5],
];

/** Relative luminance of a colour `#rrggbb`, by WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function colours(css: string): Map<string, string> {
  return new Map([...css.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

Deno.test("[PR9] every pair of theme colours that carries text holds WCAG AA, light and dark", async () => {
  const css = await Deno.readTextFile(`${projectRoot()}/static/style/theme.css`);
  const darkFrom = css.indexOf("(prefers-color-scheme: dark)");
  const light = colours(css.slice(0, darkFrom));
  const dark = colours(css.slice(darkFrom));
  for (const [scheme, theme] of [["light", light], ["dark", dark]] as const) {
    for (const [text, ground, least] of PAIRS) {
      const [a, b] = [theme.get(text), theme.get(ground)];
      assert.ok(a !== undefined && b !== undefined, `${text} and ${ground} are colours of the ${scheme} theme`);
      assert.ok(
        contrast(a, b) >= least,
        `${scheme}: ${text} on ${ground} is ${contrast(a, b).toFixed(2)}, not ${least}`,
      );
    }
  }
});
