import { type Browser, chromium } from "playwright-core";
import { median } from "simple-statistics";
import { CHROMIUM_FLAGS, findChromium, HOW_TO_INSTALL } from "../../support/browser.ts";
import { loadWhole, type Network, type PageLoad } from "../../support/page_load.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { startInvigil } from "../server_process.ts";

const kilobits = (perSecond: number): number => perSecond * 1_024 / 8;

/** The networks that are called 3G. Each connection of this server's is one that stands: Chromium adds the time to each request. */
const NETWORKS: readonly { metric: string; name: string; network: Network }[] = [
  {
    metric: "front_page.fcp_mobile_ms",
    name: "1.6 Mbit/s, 150 ms: Lighthouse's mobile network, once called fast 3G",
    network: { bytesPerSecond: kilobits(1_600), latencyMs: 150 },
  },
  {
    metric: "front_page.fcp_3g_ms",
    name: "750 kbit/s, 100 ms: what Chrome's tools called regular 3G",
    network: { bytesPerSecond: kilobits(750), latencyMs: 100 },
  },
  {
    metric: "front_page.fcp_applied_ms",
    name: "1.44 Mbit/s, 562.5 ms a request: the mobile network as Lighthouse applies it, with what a connection costs",
    network: { bytesPerSecond: kilobits(1_440), latencyMs: 562.5 },
  },
];

/** The first page on a slow network: when something is seen, what it loads in all, and what moves. */
export const frontPage: Measurement = {
  metrics: [...NETWORKS.map(({ metric }) => metric), "front_page.bytes", "front_page.shift"],
  async run(bench: Bench): Promise<Measured[]> {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error(HOW_TO_INSTALL);
    const server = await startInvigil(`${bench.scratch}/front_page.kv`);
    const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
    try {
      const rounds = bench.isShort ? 1 : 5;
      const all: PageLoad[] = [];
      const lines: Measured[] = [];
      for (const { metric, name, network } of NETWORKS) {
        const loads: PageLoad[] = [];
        for (let round = 0; round < rounds; round++) loads.push(await load(browser, server.url, network));
        all.push(...loads);
        const value = median(loads.map(({ firstPaintMs }) => firstPaintMs));
        const note = `navigation to first contentful paint, nothing cached; ${name}; Chromium ${browser.version()}`;
        lines.push({ metric, value, unit: "ms", goal: "≤ 1,500", n: rounds, note });
      }
      const most = (of: (load: PageLoad) => number) => Math.max(...all.map(of));
      const note = "everything on the way to its end and down; the most of all loads";
      lines.push(
        {
          metric: "front_page.bytes",
          value: most(({ bytes }) => bytes),
          unit: "B",
          goal: "≤ 150,000",
          n: all.length,
          note,
        },
        { metric: "front_page.shift", value: most(({ shift }) => shift), unit: "", goal: "≤ 0", n: all.length, note },
      );
      return lines;
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

/** Loads the page once as a phone does. */
async function load(browser: Browser, url: string, network: Network): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "en-GB" });
  try {
    return await loadWhole(await context.newPage(), url, network);
  } finally {
    await context.close();
  }
}
