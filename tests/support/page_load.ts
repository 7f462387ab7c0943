import type { Page } from "playwright-core";

/** What a page's loading came to. */
export interface PageLoad {
  /** Over the wire, headers and all. */
  bytes: number;
  /** From the click on a link to the first text or picture, ms. */
  firstPaintMs: number;
  /** How much of what was shown moved while it loaded, as browsers count it (Layout Instability); 0 is nothing. */
  shift: number;
}

/** A network: how fast it brings bytes, bytes/s, and how long each request waits for its first, ms. */
export interface Network {
  bytesPerSecond: number;
  latencyMs: number;
}

/**
 * Loads an address in a browser that has nothing of it yet, goes down to the page's end, so that what waits for that is loaded
 * too, and up again.
 *
 * @param page Of a context of its own, and nothing loaded in it.
 * @param network As fast as the machine where absent.
 */
export async function loadWhole(page: Page, address: string, network?: Network): Promise<PageLoad> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => bytes += encodedDataLength);
  await session.send("Network.enable");
  if (network !== undefined) {
    const { bytesPerSecond, latencyMs } = network;
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: latencyMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
  await page.addInitScript(() => {
    // What moves is told to whoever listens, and kept for nobody.
    const told = { shift: 0 };
    Object.assign(globalThis, { told });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry) told.shift += Number(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    const drawn = () => new Promise(requestAnimationFrame);
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top);
      await drawn();
      await drawn();
    }
  });
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    await Promise.all([...document.images].map((image) => image.decode()));
    scrollTo(0, 0);
    // The last of what moved is told in a frame of its own.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
  const { firstPaintMs, shift } = await page.evaluate(() => ({
    firstPaintMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    // deno-lint-ignore no-explicit-any
    shift: (globalThis as any).told.shift as number,
  }));
  await session.detach();
  return { bytes, firstPaintMs, shift };
}
