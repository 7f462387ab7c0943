import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** Folder for pictures of every page, where somebody wants to look at them. */
const PICTURES = Deno.env.get("INVIGIL_PICTURES");

/** Takes a picture of a page, where pictures are wanted, and holds that it is not wider than its window. */
export async function lookAt(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overhang <= 0, `${name} is ${overhang} px too wide`);
}
