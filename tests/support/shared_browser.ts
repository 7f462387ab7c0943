import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";

let launched: Promise<Browser> | null = null;

// One browser serves all tests of a file, one after the other: to launch it costs as much as a short test.
Deno.test.afterAll(async () => await (await launched)?.close());

/** Gives a browser to use, in which nothing is open, and closes whatever was opened in it. */
export async function withBrowser(use: (browser: Browser) => Promise<void>): Promise<void> {
  if (launched === null || !(await launched).isConnected()) launched = launchBrowser();
  const browser = await launched;
  try {
    await use(browser);
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
  }
}
