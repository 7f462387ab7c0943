import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { importDialogScript, openImportDialog } from "../support/import_dialog_page.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { column, pdfFile } from "../support/pdf_file.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

/** Where pictures go that somebody wants to look at. */
const PICTURES = Deno.env.get("PICTURES");

const GIFT = `::q1::Which of these trees keeps its leaves all through the winter? {=Spruce ~Oak ~Ash}

::q2::Cells have walls. {TRUE}

Broken {=x

::q3::How fast does an apple fall, after one second? {#9.81:0.05}

::q4::Name the parts of a plant, and say in your own words what each is for ${
  "Donaudampfschifffahrtsgesellschaft".repeat(3)
} {}

::q5::Match {=Oak -> Tree =Cat -> Animal =Quartz -> Mineral}
`;

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

async function assertFits(page: Page, name: string): Promise<void> {
  assert.deepEqual(await findViolations(page), [], name);
  const beyond = await page.locator("#import").evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  assert.ok(beyond <= 0, `${name} is ${beyond} px wider than the dialog`);
}

browserTest(
  "[IT48] a file is chosen, its questions are chosen from, what was not understood has its place, and only then is taken",
  async (browser, server) => {
    const script = await importDialogScript();
    for (const look of LOOKS) {
      const { page, context, complaints } = await watchedPage(browser, server.url, look);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await openImportDialog(page, script);
      const named = `${look.width}-${look.scheme}`;
      await assertFits(page, "empty");
      await picture(page, `import-empty-${named}`);
      await page.getByLabel("Choose a file").setInputFiles({
        name: "trees.gift.txt",
        mimeType: "text/plain",
        buffer: Buffer.from(GIFT),
      });
      const heading = page.getByRole("heading", { name: "trees.gift.txt: 5 questions understood" });
      await heading.waitFor();
      assert.ok(await heading.evaluate((element) => element === document.activeElement));
      await page.getByText("Question 3, line 5:").waitFor();
      await page.getByText("9.81 ± 0.05").waitFor();
      await assertFits(page, "read");
      await picture(page, `import-read-${named}`);
      await page.getByRole("checkbox", { name: /Cells have walls/ }).uncheck();
      await page.getByRole("button", { name: "Take 4 questions" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      // `q1` is taken already.
      assert.equal(await page.locator("output").innerText(), "q1-2 q3 q4 q5");

      await page.getByRole("button", { name: "Open", exact: true }).click();
      await page.getByLabel("Choose a file").setInputFiles({
        name: "scan.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from(pdfFile([column(60, ["1. What?", "A) This", "B) That", "Answer: A"]), []])),
      });
      await page.getByRole("button", { name: "Take 1 question" }).waitFor();
      await page.getByText("page 2:").waitFor();
      await page.getByLabel("Format").selectOption("json");
      await page.getByRole("alert").getByText("The file is not a text").waitFor();
      await assertFits(page, "refused");
      await picture(page, `import-refused-${named}`);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
);

browserTest(
  "[IT48] a pasted text is read by keyboard alone, in German and right to left; an exam's questions leave in every format",
  async (browser, server) => {
    const script = await importDialogScript();
    const { examId } = await server.publish({
      code: "TREES",
      title: "Trees",
      duration_minutes: 10,
      questions: [{ id: "t", type: "true_false", text: "Oak is a tree.", correct: true }],
    });
    const { page, complaints } = await watchedPage(browser, server.url, LOOKS[1]);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await openImportDialog(page, script, examId);
    await page.evaluate(() => document.documentElement.dir = "rtl");
    await page.getByLabel("Or paste a text").focus();
    await page.keyboard.insertText("Which?\nA. One\nB. Two\nANSWER: B\n");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Pasted text: 1 question understood").waitFor();
    await assertFits(page, "rtl");
    await picture(page, "import-rtl");
    await page.getByRole("button", { name: "Take 1 question" }).focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("output").innerText(), "q1-2");

    await page.getByText("Export", { exact: true }).click();
    for (const name of ["GIFT", "Moodle XML", "QTI package", "CSV table", "JSON"]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: `Export the questions as ${name}` }).click(),
      ]);
      assert.match(download.suggestedFilename(), /^trees\./);
    }
    await picture(page, "export-menu");
    assert.deepEqual(complaints, []);

    const german = await watchedPage(browser, server.url, LOOKS[1], "de-DE");
    await german.context.addCookies(await page.context().cookies());
    await german.page.route(
      /\/static\/build\/exams\b.*\.js/,
      (route) => route.fulfill({ contentType: "text/javascript", body: script }),
    );
    await german.page.goto("/exams");
    await german.page.getByRole("button", { name: "Open", exact: true }).click();
    await german.page.getByLabel("Datei wählen").setInputFiles({
      name: "bäume.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(GIFT),
    });
    await german.page.getByRole("button", { name: "5 Fragen übernehmen" }).waitFor();
    await assertFits(german.page, "de");
    await picture(german.page, "import-de");
  },
);
