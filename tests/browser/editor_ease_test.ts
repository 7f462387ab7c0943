import assert from "node:assert/strict";
import { addQuestion, openEditor, untilStatus } from "../support/author_page.ts";
import { productTest } from "../support/in_browser.ts";

productTest(
  "[WR92] a new question is not complete yet while it is filled, and not saved only once it is left",
  async (browser, server) => {
    const { page, complaints, saved } = await openEditor(browser, server);
    await addQuestion(page, "Essay");
    await untilStatus(page, /^Question 1 is not complete yet$/);
    assert.equal(await page.getByRole("button", { name: "Show", exact: true }).count(), 0);
    await page.keyboard.type("Why?");
    await untilStatus(page, /^Saved$/);
    await addQuestion(page, "Single choice");
    await page.keyboard.type("Which?");
    await untilStatus(page, /^Question 2 is not complete yet$/);
    await page.getByRole("button", { name: "Done", exact: true }).click();
    await untilStatus(page, /^Not saved yet: question 2/);
    assert.equal((await saved()).questions.length, 1);
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[WR93] a menu opens to where there is room for it, and each of its entries is reached by keyboard in a low window",
  async (browser, server) => {
    const questions = Array.from({ length: 12 }, (_, at) => ({ id: `q${at}`, type: "essay", text: `Why ${at}?` }));
    const { page, complaints } = await openEditor(browser, server, { questions });
    for (const height of [900, 420]) {
      await page.setViewportSize({ width: 1440, height });
      const add = page.getByRole("button", { name: "Add a question", exact: true });
      await add.evaluate((button) => button.scrollIntoView({ block: "end" }));
      await add.focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowUp");
      const last = page.getByRole("button", { name: /^File/ });
      assert.equal(await last.evaluate((entry) => entry === document.activeElement), true);
      const entry = await last.boundingBox();
      assert.ok(entry !== null && entry.y >= 0 && entry.y + entry.height <= height, JSON.stringify(entry));
      const menu = await page.locator("#add-behind-all").boundingBox();
      assert.ok(menu !== null && menu.y >= 0 && menu.y + menu.height <= height, JSON.stringify(menu));
      await page.keyboard.press("Escape");
    }
    assert.deepEqual(complaints, []);
  },
);
