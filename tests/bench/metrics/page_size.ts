import { gzipSync } from "node:zlib";
import type { Measured, Measurement } from "../metric.ts";

const PAGES = [
  { metric: "page.exam_js_gzip", area: "exam", goal: "≤ 46,080" },
  { metric: "page.room_js_gzip", area: "room", goal: "≤ 92,160" },
];

/** Bytes of script that a page loads, after gzip. */
export const pageSize: Measurement = {
  metrics: PAGES.map((page) => page.metric),
  run(): Promise<Measured[]> {
    return Promise.resolve(PAGES.map(({ metric, area, goal }) => {
      const script = `static/build/${area}.js`;
      const bytes = gzipSync(Deno.readFileSync(script), { level: 9 }).length;
      return { metric, value: bytes, unit: "B", goal, n: 1, note: `${script}, gzip -9` };
    }));
  },
};
