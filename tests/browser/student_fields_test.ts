import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest } from "../support/in_browser.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

/** Puts text into the field as software does that is no keyboard. */
async function fillSilently(page: Page, text: string, event: "change" | null): Promise<void> {
  await page.getByLabel("Your answer").evaluate((field, { text, event }) => {
    if (!(field instanceof HTMLTextAreaElement)) throw new TypeError("Cannot fill: this is no text area");
    field.value = text;
    if (event !== null) field.dispatchEvent(new Event(event, { bubbles: true }));
  }, { text, event });
}

for (const event of ["change", null] as const) {
  browserTest(
    `[CA71] text that software puts in with ${event ?? "no"} event stays, is an edit, and is saved`,
    async (browser, server) => {
      const { page, sent } = await newStudentPage(await browser.newContext());
      await joinExam(page, server.url);
      await fillSilently(page, "Dictated into the field.", event);
      // Whatever renders the page anew must not take it away.
      await page.getByRole("button", { name: "Flag for later" }).click();
      await page.waitForTimeout(1_500);
      assert.equal(await page.getByLabel("Your answer").inputValue(), "Dictated into the field.");
      await untilSaved(page);
      const token = await tokenOf(page);
      await eventually(
        async () => (await attemptOf(server.url, token)).answers.q1 === "Dictated into the field.",
        "the text is on the server",
      );
      assert.deepEqual([...new Set(sent.of("answer_edit").map((edit) => edit.input))], ["other"]);
    },
  );
}

browserTest(
  "[CA71] text put in without a word is read before the page goes on and before it is handed in",
  async (browser, server) => {
    const { page } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url);
    await fillSilently(page, "Before the next question.", null);
    await page.getByRole("button", { name: "Next question" }).click();
    await page.getByRole("heading", { name: "Question 2" }).waitFor();
    await page.getByRole("button", { name: "Previous" }).click();
    assert.equal(await page.getByLabel("Your answer").inputValue(), "Before the next question.");
    await page.evaluate(() => {
      const field = document.querySelector("textarea");
      const buttons = [...document.querySelectorAll("button")];
      if (field === null) throw new TypeError("Cannot fill: there is no field");
      field.value = "Before handing in.";
      buttons.find((button) => button.textContent?.includes("Review and submit"))?.click();
    });
    const token = await tokenOf(page);
    await page.getByRole("button", { name: "Submit exam" }).click();
    await page.getByRole("button", { name: "Submit all the same" }).click();
    await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
    assert.equal((await attemptOf(server.url, token)).answers.q1, "Before handing in.");
  },
);
