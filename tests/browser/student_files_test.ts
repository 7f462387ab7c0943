import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { SAMPLE_FILES } from "../support/sample_files.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

const EXAM = {
  code: "FILES",
  title: "Files",
  duration_minutes: 30,
  questions: [
    { id: "q1", type: "file", text: "Hand in your essay and its notes.", points: 5, max_files: 2, max_megabytes: 1 },
    { id: "q2", type: "essay", text: "Write.", points: 5 },
  ],
};

const given = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: "application/x-anything",
  buffer: Buffer.from(bytes),
});

for (const width of [1_440, 390]) {
  browserTest(
    `[IT70] files are handed in, sent again after a lost network, and removed at ${width} px`,
    async (browser, server) => {
      await server.publish(EXAM);
      const { page, problems } = await newStudentPage(await browser.newContext({ viewport: { width, height: 844 } }));
      await joinExam(page, server.url, "Ada", "FILES");
      const token = await tokenOf(page);
      let tries = 0;
      await page.route("**/api/attempt/files/**", (route) => ++tries === 1 ? route.abort() : route.continue());
      const field = page.getByLabel("Choose a file");
      await field.setInputFiles(
        given("Ein sehr langer Name einer Abgabe, der umbricht – Überblick.pdf", SAMPLE_FILES.pdf),
      );
      await page.getByText("Received", { exact: true }).waitFor();
      assert.equal(tries, 2, "sent again by itself");
      assert.deepEqual(await findViolations(page), []);

      await field.setInputFiles(given("program.pdf", Uint8Array.from([0x4d, 0x5a, 0, 1])));
      await page.getByText("The content of this file is of no kind").waitFor();
      assert.deepEqual(await findViolations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it fits");
      await page.getByRole("button", { name: "Leave it out" }).click();
      await field.setInputFiles(given("large.txt", new TextEncoder().encode("line\n".repeat(250_000))));
      await page.getByText("This file is larger than 1 MB.").waitFor();
      await page.getByRole("button", { name: "Leave it out" }).click();

      // One goes on its way while the student is at another question.
      let goOn = () => {};
      const waits = new Promise<void>((resolve) => goOn = resolve);
      await page.unroute("**/api/attempt/files/**");
      await page.route("**/api/attempt/files/**", async (route) => {
        await waits;
        await route.continue();
      });
      await field.setInputFiles(given("notes.txt", SAMPLE_FILES.txt));
      await page.getByRole("progressbar", { name: "Sending notes.txt" }).waitFor();
      assert.deepEqual(await findViolations(page), []);
      await page.getByRole("button", { name: "Next question" }).click();
      goOn();
      await eventually(
        async () => (await attemptOf(server.url, token)).answers.q1?.length === 2,
        "both are in the answer",
      );
      await page.getByRole("button", { name: "Previous" }).click();
      await page.getByText("That is as many as this question takes.").waitFor();
      assert.ok(await field.isDisabled());
      assert.deepEqual(await findViolations(page), []);

      const remove = page.getByRole("button", { name: "Remove notes.txt" });
      await remove.focus();
      await page.keyboard.press("Enter");
      assert.ok(await field.evaluate((input) => input === document.activeElement), "the focus has a place to go");
      await untilSaved(page);
      await eventually(async () => (await attemptOf(server.url, token)).answers.q1?.length === 1, "one is left");
      await page.reload();
      await page.getByText("1 of 2 answered").first().waitFor({ state: "attached" });
      await page.getByText("Received", { exact: true }).waitFor();
      assert.deepEqual(problems.filter((problem) => !/Failed to load resource/.test(problem)), []);
    },
  );
}
