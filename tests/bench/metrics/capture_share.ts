import * as esbuild from "esbuild";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { fillerPassage } from "../../../lab/simulation/filler_text.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { CHROMIUM_FLAGS, findChromium, HOW_TO_INSTALL } from "../../support/browser.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { freePort } from "../server_process.ts";

const SCRIPT_PATH = "/capture_page.js";

/** 100 words of five characters and a space a minute. */
const KEY_INTERVAL_MS = 60_000 / (100 * 6);

/** A pointer at 125 Hz. */
const POINTER_INTERVAL_MS = 8;

/** Between two samples of the profiler, µs. */
const SAMPLING_MICROS = 200;

interface Profile {
  nodes: { id: number; callFrame: { url: string; functionName: string }; children?: number[] }[];
  samples?: number[];
  timeDeltas?: number[];
}

/** Share of the main thread that capture takes from a page, by Chromium's own profiler. */
export const captureShare: Measurement = {
  metrics: ["page.capture_share"],
  async run(bench: Bench): Promise<Measured[]> {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error(HOW_TO_INSTALL);
    const server = await servePage();
    const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
    try {
      const page = await browser.newPage();
      await page.goto(server.url);
      await page.locator("textarea").focus();
      const session = await page.context().newCDPSession(page);
      await act(page, session, bench.isShort ? 500 : 3_000);
      await session.send("Profiler.enable");
      await session.send("Profiler.setSamplingInterval", { interval: SAMPLING_MICROS });
      await session.send("Profiler.start");
      const before = Number(await page.evaluate("captured()"));
      const seconds = await act(page, session, bench.isShort ? 1_500 : 30_000);
      const { profile } = await session.send("Profiler.stop");
      const events = Number(await page.evaluate("captured()")) - before;
      const { share, samples } = shareOf(profile, server.url + SCRIPT_PATH);
      return [{
        metric: "page.capture_share",
        value: share,
        unit: "",
        goal: "≤ 0.01",
        n: samples,
        note:
          `samples below a frame of capture over all, ${seconds.toFixed(0)} s of typing 100 words a minute with a ` +
          `125 Hz pointer, ${events} events, collections of garbage counted as capture's; Chromium ${browser.version()}`,
      }];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

async function servePage(): Promise<{ url: string; stop: () => Promise<void> }> {
  const built = await esbuild.build({
    entryPoints: ["tests/bench/capture_page/capture_page.ts"],
    bundle: true,
    minify: true,
    format: "iife",
    write: false,
  });
  await esbuild.stop();
  const script = built.outputFiles[0].text;
  const html = `<!doctype html><title>Capture</title><textarea rows="20" cols="80"></textarea>` +
    `<script src="${SCRIPT_PATH}"></script>`;
  const port = freePort();
  const server = Deno.serve({ port, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const isScript = new URL(request.url).pathname === SCRIPT_PATH;
    return new Response(isScript ? script : html, {
      headers: { "content-type": isScript ? "text/javascript" : "text/html" },
    });
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => server.shutdown() };
}

/** Types and moves as a busy student does. @returns Seconds that it took. */
async function act(page: Page, session: CDPSession, durationMs: number): Promise<number> {
  const text = fillerPassage(createRandom(1), 2_000);
  const beganMs = performance.now();
  let keys = 0;
  let moves = 0;
  const underWay: Promise<unknown>[] = [];
  while (performance.now() - beganMs < durationMs) {
    const passedMs = performance.now() - beganMs;
    if (moves * POINTER_INTERVAL_MS <= passedMs) {
      const angle = moves++ / 40;
      const x = 400 + 300 * Math.cos(angle);
      const y = 300 + 200 * Math.sin(angle * 1.3);
      underWay.push(session.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y }));
    }
    if (keys * KEY_INTERVAL_MS <= passedMs) underWay.push(page.keyboard.press(text[keys++ % text.length]));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(underWay);
  return (performance.now() - beganMs) / 1_000;
}

function shareOf(profile: Profile, scriptUrl: string): { share: number; samples: number } {
  const own = new Set<number>();
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const mark = (id: number): void => {
    own.add(id);
    for (const child of byId.get(id)?.children ?? []) mark(child);
  };
  for (const { id, callFrame } of profile.nodes) {
    if (callFrame.url === scriptUrl || callFrame.functionName === "(garbage collector)") mark(id);
  }
  let ownMicros = 0;
  let allMicros = 0;
  const { samples = [], timeDeltas = [] } = profile;
  samples.forEach((id, index) => {
    allMicros += timeDeltas[index];
    if (own.has(id)) ownMicros += timeDeltas[index];
  });
  return { share: ownMicros / Math.max(1, allMicros), samples: samples.length };
}
