import type { Page } from "playwright-core";
import type { PAGE_PERMISSIONS } from "../../server/auth/page_permissions.ts";
import type { Stage } from "./stage.ts";

/** A page by its row in the table of permissions. */
export type PageOperation = keyof typeof PAGE_PERMISSIONS;

/** Whatever has a server, as far as a picture needs it. */
export interface Place {
  server: { url: string };
}

/** A page in a state that is worth a picture, at a place that has what the state needs. */
export interface Shot<At extends Place = Stage> {
  /** Name of its pictures: plain letters and `_`. */
  name: string;
  /** Of which page; null for what stands in a page's place: an error. */
  page: PageOperation | null;
  /** Whose browser it is: `staff` is signed in. */
  by: "anyone" | "staff";
  /** Whether the window is pictured, and not the whole page: where rows are drawn only as they come into sight. */
  isWindow?: true;
  /** What the browser says of a state in which something is wrong on purpose. */
  forgives?: RegExp;
  /** Brings the page into the state. Finds what it needs without words where a picture is wanted in another language. */
  open(page: Page, stage: At): Promise<unknown>;
}

/** Rows of the table of permissions that are no page to look at: a script, and the documents' pictures. */
export const NO_PAGES: readonly PageOperation[] = ["exam_worker", "document_image"];

/** Opens an address, and waits until its script runs. */
export async function openReady(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("html[data-ready]").waitFor();
}

/** Waits until the page has loaded what it asks for by itself. */
export async function untilLoaded(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.getByText("Loading…").filter({ visible: true }).first().waitFor({ state: "detached" });
}
