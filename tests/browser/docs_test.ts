import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { lookAt } from "../support/student_look.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

/** Documents with long tables, pictures, code and long words. */
const WIDE = ["scoring", "architecture", "performance", "guides/privacy_officer", "guides/check_an_export", "glossary"];

const WAYS = LOOKS.flatMap((look) => (["en-GB", "de"] as const).map((locale) => ({ look, locale })));

/** Characters of the widest lines of a document's paragraphs, from the width of its own letters. */
async function measure(page: Page): Promise<number> {
  return await page.locator("article p:not(:has(img))").evaluateAll((paragraphs) => {
    const drawing = document.createElement("canvas").getContext("2d");
    if (drawing === null) return 0;
    const style = getComputedStyle(paragraphs[0]);
    drawing.font = `${style.fontSize} ${style.fontFamily}`;
    const text = paragraphs.map(({ textContent }) => textContent).join(" ");
    const each = drawing.measureText(text).width / text.length;
    return Math.max(...paragraphs.map((paragraph) => paragraph.clientWidth)) / each;
  });
}

for (const { look, locale } of WAYS) {
  browserTest(
    `[DR7] contents, search by keyboard, a document and back: ${look.width} px, ${look.scheme}, ${locale}`,
    async (browser, server) => {
      const german = locale === "de";
      const { page, complaints, context } = await watchedPage(browser, server.url, look, locale);
      await page.goto("/");
      await page.getByRole("link", { name: german ? "Dokumentation" : "Documentation" }).click();
      await page.locator("html[data-ready]").waitFor();
      await page.getByRole("heading", { level: 2, name: german ? "Für Studierende" : "For students" }).waitFor();
      assert.equal(await page.getByText("Die Dokumente sind auf Englisch.").count(), german ? 1 : 0);
      const look_ = async (name: string) => {
        await lookAt(page, `docs_${name}_${look.width}_${locale}`);
        assert.deepEqual(await findViolations(page), [], name);
      };
      await look_("contents");
      const field = page.getByRole("searchbox");
      await field.fill("zzzz");
      const status = page.getByRole("status");
      await status.getByText(german ? /^Nichts enthält/ : /^Nothing has/).waitFor();
      await field.fill("privacy");
      await status.getByText(german ? /^Gefunden: \d/ : /^Found: \d/).waitFor();
      await field.fill("erase student");
      await status.getByText(german ? /^Gefunden: \d/ : /^Found: \d/).waitFor();
      await look_("search");
      await field.press("ArrowDown");
      await page.locator("[data-found]:focus").waitFor();
      await page.keyboard.press("ArrowUp");
      await page.locator("#docs-query:focus").waitFor();
      await field.fill("data protection judge");
      await field.press("Enter");
      await page.waitForURL("**/docs/guides/privacy_officer*");
      await page.getByRole("heading", { level: 1, name: "Judge the data protection of an exam" }).waitFor();
      const here = page.getByRole("navigation", { name: german ? "Auf dieser Seite" : "On this page" });
      if (look.width < 1_280) await page.locator("summary").first().click();
      await here.getByRole("link", { name: "How long it stays" }).click();
      assert.equal(new URL(page.url()).hash, "#how-long-it-stays");
      const following = page.getByRole("navigation", { name: german ? "Davor und danach" : "Before and after" });
      await following.getByRole("link").last().click();
      await page.getByRole("heading", { level: 1, name: "Run a server in ten minutes" }).waitFor();
      await page.getByRole("link", { name: german ? "Alle Dokumente" : "All documents" }).click();
      await page.waitForURL("**/docs");
      for (const path of WIDE) {
        await page.goto(`/docs/${path}`);
        await look_(path.replace("/", "_"));
        assert.ok(await measure(page) <= 75, `${path}: ${await measure(page)} characters`);
      }
      assert.deepEqual(complaints, []);
      await context.close();
    },
  );
}

browserTest("[DR7] everything is read and searched without JavaScript", async (browser, server) => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/docs");
  await page.getByLabel("Search the documentation").fill("certificate proxy");
  await page.getByRole("button", { name: "Search" }).click();
  await page.waitForURL("**/docs?q=certificate+proxy");
  await page.getByRole("list", { name: "What was found" }).getByRole("link", { name: /^Deploying/ }).click();
  await page.getByRole("heading", { name: "Reverse proxy and TLS" }).waitFor();
  await page.locator("summary", { hasText: "The score and its error rates" }).click();
  await page.getByRole("link", { name: "Scoring: signals, models and error rates" }).click();
  await page.getByRole("heading", { level: 1, name: "Scoring: signals, models and error rates" }).waitFor();
  await context.close();
});

browserTest(
  "[DR7] [DR70] staff find the guide to their page in their header, and the documents behind it",
  async (browser, server) => {
    for (const look of LOOKS) {
      const { page, complaints, context } = await watchedPage(browser, server.url, look);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await lookAt(page, `docs_staff_header_${look.width}`);
      await page.getByRole("banner").getByRole("link", { name: "Help" }).click();
      await page.waitForURL("**/docs/guides/write_an_exam");
      await page.getByRole("link", { name: "All documents" }).click();
      await page.waitForURL("**/docs");
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
);
