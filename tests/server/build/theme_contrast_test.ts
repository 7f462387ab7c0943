import assert from "node:assert/strict";
import { contrast, readTheme, THEME_PATH } from "../../../server/build/theme.ts";
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
  ["paper-ink", "paper", 4.5],
];

const css = await Deno.readTextFile(`${projectRoot()}/${THEME_PATH}`);
const { light, dark } = readTheme(css);

function contrastIn(theme: ReadonlyMap<string, string>, text: string, ground: string): number {
  const [a, b] = [theme.get(text), theme.get(ground)];
  assert.ok(a !== undefined && b !== undefined, `${text} and ${ground} are colours of the theme`);
  return contrast(a, b);
}

/** Rounded down: nothing is said to hold more than it does. */
function said(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}

/** Cells of each row of the document's table under a heading, without their code marks. */
async function tableUnder(heading: string): Promise<string[][]> {
  const document = await Deno.readTextFile(`${projectRoot()}/docs/style.md`);
  const [, after] = document.split(`\n## ${heading}\n`);
  assert.ok(after !== undefined, `docs/style.md has a part "${heading}"`);
  const rows = after.split("\n## ")[0].split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) => row.split("|").slice(1, -1).map((cell) => cell.trim().replaceAll("`", "")));
}

Deno.test("[PR9] every pair of theme colours that carries text holds WCAG AA, light and dark", () => {
  for (const [scheme, theme] of [["light", light], ["dark", dark]] as const) {
    for (const [text, ground, least] of PAIRS) {
      const ratio = contrastIn(theme, text, ground);
      assert.ok(ratio >= least, `${scheme}: ${text} on ${ground} is ${ratio.toFixed(2)}, not ${least}`);
    }
  }
});

Deno.test("[DR55] the palette in docs/style.md is the theme's, every colour of it", async () => {
  const names = [...css.matchAll(/--color-([\w-]+): #/g)].map(([, name]) => name);
  const rows = await tableUnder("Palette");
  assert.deepEqual(rows.map(([name]) => name), [...new Set(names)]);
  for (const [name, ...cells] of rows) {
    const declared = [...css.matchAll(new RegExp(`--color-${name}: (#[0-9a-f]{6,8});`, "g"))].map(([, value]) => value);
    assert.deepEqual(cells.slice(0, 2), [declared[0], declared[1] ?? declared[0]], name);
    assert.ok(cells[2] !== "", `${name} says what it is for`);
  }
});

Deno.test("[DR55] the contrasts in docs/style.md are those that the theme has", async () => {
  const rows = PAIRS.map(([text, ground, least]) => [
    text,
    ground,
    String(least),
    said(contrastIn(light, text, ground)),
    said(contrastIn(dark, text, ground)),
  ]);
  assert.deepEqual(await tableUnder("Contrast"), rows);
});
