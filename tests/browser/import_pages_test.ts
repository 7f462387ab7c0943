import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { openEditor, untilStatus } from "../support/author_page.ts";
import { findViolations } from "../support/axe.ts";
import { productTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { scannedPaper } from "../support/scanned_pdf.ts";
import { LOOKS, watchedPage } from "../support/watched_page.ts";

/** Where pictures go that somebody wants to look at. */
const PICTURES = Deno.env.get("PICTURES");

async function choose(page: Page, bytes: Uint8Array, label = "Choose a file"): Promise<void> {
  await page.getByLabel(label).setInputFiles({
    name: "paper.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(bytes),
  });
}

async function look(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png` });
  assert.deepEqual(await findViolations(page), [], name);
  const beyond = await page.locator("#import").evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  assert.ok(beyond <= 0, `${name} is ${beyond} px wider than the dialog`);
}

productTest(
  "[IT50] a page without text comes as a picture that the author's browser draws, and is stored when it is taken",
  async (browser, server) => {
    for (const view of LOOKS) {
      const { page, complaints, saved, examId } = await openEditor(
        browser,
        server,
        { code: `PAPER-${view.width}`, text_format: "markdown" },
        view,
      );
      const [asked, stored]: string[][] = [[], []];
      page.on("request", (request) => {
        if (/pdf_pages/.test(request.url())) asked.push(request.url());
        if (request.url().endsWith("/media")) stored.push(request.url());
      });
      const paper = await scannedPaper(page);
      await page.getByRole("button", { name: "Import questions" }).first().click();
      await page.getByRole("heading", { name: "Import questions" }).waitFor();
      assert.deepEqual(asked, [], "pdf.js is loaded where nobody needs it");
      await choose(page, paper);
      const drawn = page.getByRole("img", { name: "Page 2 of paper.pdf" });
      await drawn.waitFor({ timeout: 60_000 });
      await page.getByText("cannot draw them: 4.").waitFor({ timeout: 60_000 });
      const size = await drawn.evaluate((image) =>
        image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : []
      );
      assert.deepEqual(size, [1272, 1800]);
      await page.getByRole("img", { name: "Page 3 of paper.pdf" }).waitFor();
      assert.equal(asked.length, 1);
      assert.deepEqual(stored, [], "stored before it was taken");
      await drawn.scrollIntoViewIfNeeded();
      await look(page, `import-pages-${view.width}-${view.scheme}`);
      await page.getByRole("checkbox", { name: "Page 2", exact: true }).uncheck();
      await page.getByRole("button", { name: "Take 2 questions, 1 of them as pictures" }).waitFor();
      await page.getByRole("checkbox", { name: "Page 2", exact: true }).check();
      await page.getByRole("button", { name: "Take 3 questions, 2 of them as pictures" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await untilStatus(page, /Saved/);
      const { questions } = await saved();
      assert.equal(questions[0].text, "Which tree is evergreen?");
      assert.equal(questions[1].type, "essay");
      const [, media] = /^!\[Page 2 of paper\.pdf\]\(media:([\w-]+)\)$/.exec(questions[1].text) ?? [];
      assert.ok(media, questions[1].text);
      const picture = await page.request.get(`/media/${examId}/${media}`);
      assert.equal(picture.status(), 200);
      assert.equal(picture.headers()["content-type"], "image/webp");
      assert.ok((await picture.body()).length < 2 * 1024 * 1024);
      assert.match(questions[2].text, /^!\[Page 3 of paper\.pdf\]/);
      assert.deepEqual(complaints, []);
      await page.context().close();
    }
  },
);

productTest(
  "[IT50] an exam of plain texts shows no pictures and says so; a question of the bank has its page's picture",
  async (browser, server) => {
    const { page } = await openEditor(browser, server, {});
    const paper = await scannedPaper(page);
    await page.getByRole("button", { name: "Import questions" }).first().click();
    await choose(page, paper);
    await page.getByText("The texts of this exam are plain").waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "Take 1 question", exact: true }).waitFor();
    await page.context().close();

    const bank = await watchedPage(browser, server.origin, LOOKS[1], "de-DE");
    await bank.page.goto("/login");
    await bank.page.locator("html[data-ready]").waitFor();
    await bank.page.locator("input[name=username]").fill("admin");
    await bank.page.locator("input[name=password]").fill(ADMIN_PASSWORD);
    await bank.page.locator("button[type=submit]").click();
    await bank.page.waitForURL((url) => url.pathname !== "/login");
    await bank.page.goto("/bank");
    await bank.page.locator("html[data-ready]").waitFor();
    await bank.page.getByRole("button", { name: "Fragen importieren" }).click();
    await choose(bank.page, paper, "Datei wählen");
    const drawn = bank.page.getByRole("img", { name: "Seite 2 von paper.pdf" });
    await drawn.waitFor({ timeout: 60_000 });
    await bank.page.getByText("nicht zeichnen: 4.").waitFor({ timeout: 60_000 });
    await drawn.scrollIntoViewIfNeeded();
    await look(bank.page, "import-pages-de");
    await bank.page.getByRole("button", { name: "3 Fragen übernehmen, davon 2 als Bild" }).click();
    await bank.page.getByRole("dialog").waitFor({ state: "detached" });
    await bank.page.getByRole("link", { name: /Seite 2 von paper\.pdf/ }).waitFor({ timeout: 30_000 });
    const list = await (await bank.page.request.get("/api/bank?search=paper")).json();
    const { item_id: itemId } = list.items.find(({ text }: { text: string }) => text.includes("Seite 2"));
    const { question } = await (await bank.page.request.get(`/api/bank/${itemId}`)).json();
    const [, media] = /^!\[Seite 2 von paper\.pdf\]\(media:([\w-]+)\)$/.exec(question.text) ?? [];
    assert.ok(media, question.text);
    assert.equal((await bank.page.request.get(`/media/${itemId}/${media}`)).status(), 200);
    assert.deepEqual(bank.complaints, []);
  },
);
