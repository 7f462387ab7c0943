import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { quantileSorted } from "simple-statistics";
import { z } from "zod";
import { CHROMIUM_FLAGS, findChromium, HOW_TO_INSTALL } from "../../support/browser.ts";
import { LoadProcess } from "../load_process.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { batchesIn, hall as hallPlan, PACED_EVENTS } from "../plans.ts";
import { ADMIN, startInvigil } from "../server_process.ts";
import { FRAME_CATEGORIES, frameWork } from "./frame_work.ts";

/** Inputs of a proctor at work come so often, ms. */
const INPUT_EVERY_MS = 250;

/** The browser tells of no input that was painted sooner, ms. */
const LEAST_TOLD_MS = 16;

/** A room of 2,000 as a proctor's browser shows it: work of a frame, input to paint, memory that stays. */
export const roomPage: Measurement = {
  metrics: ["room_page.frame_p95_ms", "room_page.input_p95_ms", "room_page.heap_growth"],
  async run(bench: Bench): Promise<Measured[]> {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error(HOW_TO_INSTALL);
    const students = bench.isShort ? 100 : 2_000;
    const minutes = bench.isShort ? 0.05 : 10;
    const server = await startInvigil(`${bench.scratch}/room_page.kv`);
    const plan = hallPlan(server.url, students, bench.isShort, 1_200);
    const durationMs = (minutes + 4) * 60_000;
    const load = new LoadProcess({ ...plan, durationMs, batches: batchesIn(plan.warmUpMs + durationMs), verify: 0 });
    const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
    try {
      await load.until("measuring");
      const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
      await openRoom(page, server.url, students);
      const session = await page.context().newCDPSession(page);
      const heap = await heapOver(session, minutes, bench.note);
      const { frames, inputs } = await atWork(browser, page, bench.isShort ? 1_500 : 30_000);
      const who = `${students} students at ${PACED_EVENTS} events every 2 s; Chromium ${browser.version()}`;
      return [
        {
          metric: "room_page.frame_p95_ms",
          value: p95(frames),
          unit: "ms",
          goal: "≤ 16",
          n: frames.length,
          note:
            `work of the page's thread between two frames, on a processor, while a proctor sorts, filters and walks; ${who}`,
        },
        {
          metric: "room_page.input_p95_ms",
          value: p95(inputs),
          unit: "ms",
          goal: "≤ 100",
          n: inputs.length,
          note: `input to paint, in steps of 8 ms, ${LEAST_TOLD_MS} at least; ${who}`,
        },
        {
          metric: "room_page.heap_growth",
          value: heap[heap.length - 1] / heap[0],
          unit: "",
          goal: "≤ 1.1",
          n: heap.length,
          note: `heap after a collection, over that ${minutes} min earlier, from ${mebibytes(heap[0])} MiB; ${who}`,
        },
      ];
    } finally {
      await browser.close();
      await load.abort();
      await server.stop();
    }
  },
};

/** Signs in, and opens the room of the demo exam once it shows everybody. */
async function openRoom(page: Page, url: string, students: number): Promise<void> {
  await page.goto(`${url}/login`);
  await page.locator("html[data-ready]").waitFor();
  await page.getByLabel("Username").fill(ADMIN.username);
  await page.getByLabel("Password").fill(ADMIN.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((address) => address.pathname !== "/login");
  const exams = await (await page.request.get(`${url}/api/exams`)).json();
  await page.goto(`${url}/exams/${exams[0].exam_id}/room`);
  await page.locator(`[role=table][aria-rowcount="${students + 1}"]`).waitFor({ timeout: 60_000 });
}

/** Heap in use after a collection, bytes: at the beginning and after each minute. */
async function heapOver(session: CDPSession, minutes: number, note: (text: string) => void): Promise<number[]> {
  await session.send("Performance.enable");
  const used = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const bytes = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? NaN;
    note(`heap ${mebibytes(bytes)} MiB`);
    return bytes;
  };
  const heap = [await used()];
  for (let left = minutes; left > 0; left--) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(1, left) * 60_000));
    heap.push(await used());
  }
  return heap;
}

/** Walks by keyboard, scrolls, sorts and filters, again and again. @returns Work of each frame and input to paint, ms. */
async function atWork(browser: Browser, page: Page, durationMs: number) {
  await page.evaluate((least) => {
    const painted = new Map<number, number>();
    Object.assign(globalThis, { painted: () => [...painted.values()] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!("interactionId" in entry) || typeof entry.interactionId !== "number" || entry.interactionId === 0) {
          continue;
        }
        painted.set(entry.interactionId, Math.max(painted.get(entry.interactionId) ?? 0, entry.duration));
      }
    }).observe(Object.assign({ type: "event" }, { durationThreshold: least }));
    // Drawn at every frame, so that what a frame does is known also where nothing on the page changes.
    const again = () => requestAnimationFrame(again);
    again();
  }, LEAST_TOLD_MS);
  await page.locator("[data-attempt]").first().focus();
  await browser.startTracing(page, { categories: [...FRAME_CATEGORIES] });
  const endMs = performance.now() + durationMs;
  let inputs = 0;
  while (performance.now() < endMs) {
    await INPUTS[inputs++ % INPUTS.length](page);
    await new Promise((resolve) => setTimeout(resolve, INPUT_EVERY_MS));
  }
  const frames = frameWork(JSON.parse(new TextDecoder().decode(await browser.stopTracing())));
  const told = z.array(z.number()).parse(await page.evaluate("painted()"));
  const quick = Math.max(0, inputs - told.length);
  return { frames, inputs: [...told, ...Array<number>(quick).fill(LEAST_TOLD_MS)] };
}

const sortBy = (name: string) => (page: Page) => page.getByRole("columnheader").getByRole("button", { name }).click();
const show = (name: RegExp) => (page: Page) => page.locator("[data-state-strip]").getByRole("button", { name }).click();

/** What a proctor at work does, one after the other; each is one interaction of the browser's own count, but a turn of the wheel. */
const INPUTS: readonly ((page: Page) => Promise<void>)[] = [
  sortBy("Student"),
  show(/^Active/),
  show(/^Active/),
  sortBy("Risk"),
  async (page) => {
    await page.locator("[data-attempt]").first().focus();
    await page.keyboard.press("PageDown");
  },
  ...Array.from({ length: 6 }, () => (page: Page) => page.keyboard.press("ArrowDown")),
  (page) => page.keyboard.press("Home"),
];

function p95(values: readonly number[]): number {
  return quantileSorted([...values].sort((a, b) => a - b), 0.95);
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
