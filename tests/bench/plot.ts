/**
 * `deno run -A tests/bench/plot.ts RESULTS FILE`: draws the lines of `deno task bench --json` as an SVG, each metric as a
 * bar from its goal: to the right where it is better, to the left where it is missed, a grid line for each doubling.
 */
import { z } from "zod";
import { keepsGoal } from "./metric.ts";

const Line = z.object({ metric: z.string(), value: z.number(), unit: z.string(), goal: z.string(), note: z.string() });
type Line = z.infer<typeof Line>;

const ROW = 26;
const TOP = 40;
const LEFT = 230;
const RIGHT = 240;
const DOUBLING = 62;
/** Doublings shown to each side; a longer bar is cut, its number stands beside it. */
const DOUBLINGS = 3;
const ZERO = LEFT + DOUBLING * DOUBLINGS;
const WIDTH = LEFT + 2 * DOUBLING * DOUBLINGS + RIGHT;

/**
 * How many times better than its goal a value is, as a power of two: 1 for twice as good, −1 for half.
 *
 * @returns null where the goal is no number.
 */
export function doublingsBeyond(value: number, goal: string): number | null {
  if (keepsGoal(value, goal) === null) return null;
  const limit = Number(goal.slice(2).replaceAll(",", ""));
  const ratio = goal.startsWith("≥") ? value / limit : limit / value;
  return Math.max(-DOUBLINGS, Math.min(DOUBLINGS, Math.log2(ratio)));
}

function shown(value: number): string {
  return value >= 1_000 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
}

function row(line: Line, index: number): string {
  const doublings = doublingsBeyond(line.value, line.goal);
  if (doublings === null) return "";
  const y = TOP + index * ROW;
  const length = Math.max(1.5, Math.abs(doublings) * DOUBLING);
  const x = doublings < 0 ? ZERO - length : ZERO;
  const kind = keepsGoal(line.value, line.goal) ? "kept" : "missed";
  const end = ZERO + DOUBLING * DOUBLINGS + 12;
  return `<text x="${LEFT - 12}" y="${y + 16}" text-anchor="end">${line.metric}</text>
<rect class="${kind}" x="${x.toFixed(1)}" y="${y + 5}" width="${length.toFixed(1)}" height="${ROW - 10}" rx="2"/>
<text x="${end}" y="${y + 16}">${shown(line.value)} ${line.unit} <tspan class="soft">(${line.goal})</tspan></text>`;
}

/** The whole picture. Colours follow the reader's scheme. */
export function plot(lines: readonly Line[], title: string): string {
  const withGoal = lines.filter(({ value, goal }) => keepsGoal(value, goal) !== null);
  const height = TOP + withGoal.length * ROW + 34;
  const bottom = height - 30;
  const grid = Array.from({ length: 2 * DOUBLINGS + 1 }, (_, index) => {
    const doublings = index - DOUBLINGS;
    const x = ZERO + doublings * DOUBLING;
    const label = doublings === 0 ? "goal" : doublings > 0 ? `${2 ** doublings}×` : `1/${2 ** -doublings}`;
    return `<line x1="${x}" x2="${x}" y1="${TOP}" y2="${bottom}" class="${doublings === 0 ? "goal" : "grid"}"/>
<text x="${x}" y="${bottom + 18}" text-anchor="middle" class="soft">${label}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}">
<style>
svg { font: 13px system-ui, sans-serif; background: #fff; }
text { fill: #1d2430; } .soft { fill: #5b6472; } .grid { stroke: #e3e6eb; } .goal { stroke: #5b6472; }
.kept { fill: #2c7a5b; } .missed { fill: #b4542c; }
@media (prefers-color-scheme: dark) {
  svg { background: #14181f; } text { fill: #e6e9ee; } .soft { fill: #9aa4b2; } .grid { stroke: #2a313c; }
  .goal { stroke: #9aa4b2; } .kept { fill: #4fb58b; } .missed { fill: #e08a5f; }
}
</style>
<text x="12" y="22">${title}</text>
${grid.join("\n")}
${withGoal.map(row).join("\n")}
</svg>
`;
}

function main([results, file]: string[]): void {
  const lines = Deno.readTextFileSync(results).trim().split("\n").map((text) => Line.parse(JSON.parse(text)));
  Deno.writeTextFileSync(file, plot(lines, "Measured over goal; to the right is better"));
}

if (import.meta.main) main(Deno.args);
