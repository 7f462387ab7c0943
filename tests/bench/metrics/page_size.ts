import { gzipSync } from "node:zlib";
import type { Measured, Measurement } from "../metric.ts";

const BUILD = "static/build";

const PAGES = [
  { metric: "page.exam_js_gzip", script: "exam.js", goal: "≤ 46,080" },
  { metric: "page.room_js_gzip", script: "room.js", goal: "≤ 92,160" },
];

/** Bytes of script that a page loads at once, after gzip; what it loads later is in the note. */
export const pageSize: Measurement = {
  metrics: PAGES.map((page) => page.metric),
  run(): Promise<Measured[]> {
    return Promise.resolve(PAGES.map(({ metric, script, goal }) => {
      const atOnce = follow([script], /(?:from|import)\s*"\.\/([\w-]+\.js)"/g);
      const all = follow([script], /"\.\/([\w-]+\.js)"/g);
      const later = [...all].filter((file) => !atOnce.has(file));
      return {
        metric,
        value: gzipped(atOnce),
        unit: "B",
        goal,
        n: atOnce.size,
        note: `${[...atOnce].join(", ")}, gzip -9; loaded later: ${gzipped(later)} B`,
      };
    }));
  },
};

/** The scripts, and all that they name by a pattern, directly or not. */
function follow(scripts: string[], pattern: RegExp): Set<string> {
  const found = new Set<string>();
  for (let next = scripts.pop(); next !== undefined; next = scripts.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const [, name] of Deno.readTextFileSync(`${BUILD}/${next}`).matchAll(pattern)) scripts.push(name);
  }
  return found;
}

function gzipped(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(Deno.readFileSync(`${BUILD}/${file}`), { level: 9 }).length;
  return bytes;
}
