import assert from "node:assert/strict";
import { readReceipt } from "../../server/evidence/receipt_text.ts";
import { browserTest } from "../support/in_browser.ts";
import { attemptOf, joinExam, newStudentPage, tokenOf } from "../support/student_page.ts";

browserTest(
  "[CA90] the receipt is copied by a button, or is selected to be copied by hand, and stays after a reload",
  async (browser, server) => {
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const { page, problems } = await newStudentPage(context);
    await joinExam(page, server.url);
    await page.getByRole("button", { name: "Review and submit" }).first().click();
    await page.getByRole("button", { name: "Submit exam" }).click();
    await page.getByRole("button", { name: "Submit all the same" }).click();
    await page.getByRole("heading", { name: "Your receipt" }).waitFor();
    const { attempt_id, receipt } = await attemptOf(server.url, await tokenOf(page));
    assert.equal(readReceipt(receipt)?.attemptId, attempt_id);
    await page.getByRole("button", { name: "Copy receipt" }).click();
    await page.getByRole("status").filter({ hasText: "Copied" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), receipt);

    await page.reload();
    await page.getByText(receipt, { exact: true }).waitFor();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
    });
    await page.getByRole("button", { name: "Copy receipt" }).click();
    await page.getByRole("status").filter({ hasText: "copy it by hand" }).waitFor();
    assert.equal(await page.evaluate(() => getSelection()?.toString().replace(/\s/g, "")), receipt);
    assert.deepEqual(problems, []);
  },
);
