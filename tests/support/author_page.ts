import type { Browser, Page } from "playwright-core";
import { ADMIN_PASSWORD, type RunningServer } from "./running_server.ts";
import { type Look, LOOKS, signInOn, watchedPage } from "./watched_page.ts";

/** A page on which an exam is written, and how its server has it. */
export interface AuthorPage {
  page: Page;
  complaints: string[];
  examId: string;
  /** The exam's document as the server has it now. */
  // deno-lint-ignore no-explicit-any
  saved: () => Promise<any>;
}

/** Makes an exam from a document and opens its editor. */
export async function openEditor(
  browser: Browser,
  server: RunningServer,
  document: Record<string, unknown> = {},
  look: Look = LOOKS[0],
): Promise<AuthorPage> {
  const token = await server.signIn();
  const body = { code: "BIO-101", title: "Biology", duration_minutes: 30, questions: [], state: "draft", ...document };
  const { exam_id: examId } = await server.call("POST", "/api/exams", { token, body });
  const { page, complaints } = await watchedPage(browser, server.origin, look);
  page.setDefaultTimeout(10_000);
  await signInOn(page, "admin", ADMIN_PASSWORD);
  await page.goto(`/exams/${examId}/edit`);
  await page.locator("html[data-ready]").waitFor();
  return {
    page,
    complaints,
    examId,
    saved: async () => (await server.call("GET", `/api/exams/${examId}`, { token })).document,
  };
}

/** Waits until the editor says so of what was written. */
export async function untilStatus(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole("region", { name: "This exam" }).getByRole("status").filter({ hasText: text }).waitFor();
}

/** Adds a question of a type by its menu, or by the first page's buttons. */
export async function addQuestion(page: Page, type: string): Promise<void> {
  const add = page.getByRole("button", { name: "Add a question", exact: true });
  if (await add.count() > 0) await add.click();
  await page.getByRole("button", { name: new RegExp(`^${type}`) }).and(page.locator(":visible")).first().click();
  await page.waitForFunction(() => document.activeElement?.id.endsWith("-text"), undefined, { timeout: 30_000 });
}
