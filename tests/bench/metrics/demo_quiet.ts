import { type BrowserContext, chromium, type Page } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium, HOW_TO_INSTALL } from "../../support/browser.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { startInvigil } from "../server_process.ts";

const OWN = "On Sunday we stayed at home, because the rain did not stop before the evening. ";
const FOREIGN = "A whole sentence that somebody else has written, and rather long. ".repeat(6);

/** What a visitor does in `/demo`, for two whole minutes: how often the browser asks any server for anything once the page has loaded. */
export const demoQuiet: Measurement = {
  metrics: ["demo.requests"],
  async run(bench: Bench): Promise<Measured[]> {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error(HOW_TO_INSTALL);
    const server = await startInvigil(`${bench.scratch}/demo_quiet.kv`);
    const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
    try {
      const context = await browser.newContext({ locale: "en-GB", acceptDownloads: true });
      await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.url });
      const page = await context.newPage();
      await page.goto(`${server.url}/demo`);
      await page.locator("html[data-ready]").waitFor();
      await page.waitForLoadState("networkidle");
      const asked = recordRequests(context, page);
      const beganMs = performance.now();
      const deeds = await visit(page, bench.isShort ? 0 : 120_000);
      const seconds = (performance.now() - beganMs) / 1_000;
      for (const line of asked) bench.note(line);
      return [{
        metric: "demo.requests",
        value: asked.length,
        unit: "requests",
        goal: "≤ 0",
        n: deeds.length,
        note:
          `${seconds.toFixed(0)} s of ${
            [...new Set(deeds)].join(", ")
          }, again and again; requests, beacons and sockets ` +
          `of the whole browser; Chromium ${browser.version()}`,
      }];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

/** Notes every request and socket from now on. What a page makes itself (`blob:`, `data:`) goes nowhere. */
function recordRequests(context: BrowserContext, page: Page): string[] {
  const asked: string[] = [];
  context.on("request", (request) => {
    if (!/^(blob|data|about):/.test(request.url())) asked.push(`${request.method()} ${request.url()}`);
  });
  page.on("websocket", (socket) => asked.push(`socket ${socket.url()}`));
  return asked;
}

/** Does everything that the page offers, and then again until the time is over. @returns What was done. */
async function visit(page: Page, durationMs: number): Promise<string[]> {
  const until = performance.now() + durationMs;
  const deeds: string[] = [];
  const course: readonly [name: string, does: (page: Page) => Promise<unknown>][] = [
    ["typing", write],
    ["pasting", paste],
    ["leaving the tab", leave],
    ["a program that types", letType],
    ["typing", write],
    ["handing in", handIn],
    ["the replay", replay],
    ["what-if", assume],
    ["saving the events", save],
  ];
  do {
    await page.getByRole("button", { name: /^(Begin|Once more)$/ }).click();
    for (const [name, does] of course) {
      await does(page);
      deeds.push(name);
    }
  } while (performance.now() < until);
  return deeds;
}

const field = (page: Page) => page.getByRole("textbox").first();

async function write(page: Page): Promise<void> {
  await field(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(OWN, { delay: 90 });
}

async function paste(page: Page): Promise<void> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), FOREIGN);
  await field(page).focus();
  await page.keyboard.press("Control+V");
  await page.getByText(/Text from outside/).first().waitFor();
}

/** Another tab in front. A browser without a window does not tell the page by itself: that is done for it. */
async function leave(page: Page): Promise<void> {
  const tell = (state: "hidden" | "visible", focus: "blur" | "focus") =>
    page.evaluate(([visibility, type]) => {
      Object.defineProperty(document, "visibilityState", { value: visibility, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      dispatchEvent(new Event(type));
    }, [state, focus]);
  const other = await page.context().newPage();
  await other.bringToFront();
  await tell("hidden", "blur");
  await other.waitForTimeout(6_000);
  await other.close();
  await page.bringToFront();
  await tell("visible", "focus");
}

async function letType(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Type for me" });
  await button.click();
  await button.and(page.locator(":not([aria-busy=true])")).waitFor({ timeout: 30_000 });
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByRole("heading", { name: /how the answer came to be/ }).waitFor();
}

async function replay(page: Page): Promise<void> {
  await page.locator("[data-replay-scrubber]").press("Home");
  await page.getByRole("combobox", { name: /^Speed/ }).selectOption("10");
  await page.getByRole("button", { name: "Play" }).click();
  await page.getByRole("button", { name: "Play" }).waitFor({ timeout: 60_000 });
}

async function assume(page: Page): Promise<void> {
  const presets = page.locator("#what-if-preset");
  const last = await presets.locator("option").last().getAttribute("value");
  await presets.selectOption(last ?? "");
  await page.waitForTimeout(2_000);
}

async function save(page: Page): Promise<void> {
  await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the events" }).click(),
  ]);
}
