import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { lookAt } from "../support/student_look.ts";
import { joinExam, newStudentPage } from "../support/student_page.ts";

const LONG = "A balanced tree, explained at such length that it goes over several lines on any phone";
const CHOICES = [{ id: "a", text: "Heap" }, { id: "b", text: LONG }, { id: "c", text: "$\\frac{n}{2}$" }];

function exam(code: string, fields: Record<string, unknown> = {}) {
  return {
    code,
    title: "Narrow",
    text_format: "markdown",
    duration_minutes: 60,
    questions: [
      { id: "q1", type: "ordering", text: "Order.", choices: CHOICES },
      { id: "q2", type: "matching", text: "Match.", left: CHOICES, right: CHOICES },
      {
        id: "q3",
        type: "cloze",
        text: "Fill.",
        passage: "It is [[g]]\nand so on.",
        gaps: [{ id: "g", choices: CHOICES }],
      },
    ],
    ...fields,
  };
}

const boxOf = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())!;

browserTest(
  "[EX84] long things to order, to match and to fill in stay within a narrow page and can be read",
  async (browser, server) => {
    await server.publish(exam("SLIM"));
    for (const text of ["normal", "largest"]) {
      const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
      await context.addInitScript((text) => localStorage.setItem("display:text", text), text);
      const { page } = await newStudentPage(context);
      await joinExam(page, server.url, text, "SLIM");
      const words = await boxOf(page, `li .rich:has-text("${LONG}")`);
      assert.ok(words.width >= 160, `a column of ${words.width} px`);
      await lookAt(page, `slim_order_${text}`);
      for (const name of ["match", "fill"]) {
        await page.getByRole("button", { name: "Next question" }).click();
        const select = await boxOf(page, "fieldset select");
        assert.ok(select.x + select.width <= 320 - 16, `a list that ends at ${select.x + select.width}`);
        await lookAt(page, `slim_${name}_${text}`);
      }
      assert.deepEqual(await findViolations(page), []);
      await context.close();
    }
  },
);

browserTest("[EX85] what is said at the top leaves half of a low window to the exam", async (browser, server) => {
  await server.publish(
    exam("LOW", { duration_minutes: 9, policy: { rules: { fullscreen: "ask", copy: "discourage" } } }),
  );
  const { page } = await newStudentPage(await browser.newContext({ viewport: { width: 320, height: 256 } }));
  await joinExam(page, server.url, "Ada", "LOW");
  await page.getByText("This exam asks you to write in full screen").waitFor({ state: "attached" });
  await page.evaluate(() => scrollTo(0, 400));
  const top = await boxOf(page, ".exam-top");
  assert.ok(top.y + top.height <= 128, `${top.y + top.height} px of 256 are covered`);
  await lookAt(page, "low_320");
  assert.deepEqual(await findViolations(page), []);
});

browserTest("[EX86] an answer runs in its own direction, whatever the page's language is", async (browser, server) => {
  const choices = [{ id: "a", text: "الكومة $n^2$" }, { id: "b", text: "شجرة" }];
  await server.publish(exam("RTL", {
    language: "ar",
    sections: [{ id: "s", title: "خوارزميات" }],
    questions: [
      { id: "q1", section: "s", type: "single_choice", text: "أي؟", choices },
      { id: "q2", section: "s", type: "ordering", text: "رتب", choices },
    ],
  }));
  const { page } = await newStudentPage(await browser.newContext({ viewport: { width: 390, height: 844 } }));
  await joinExam(page, server.url, "Ada", "RTL");
  await page.getByRole("radio").first().check();
  const title = await boxOf(page, "nav p:text('خوارزميات')");
  const first = await boxOf(page, "nav ol button");
  assert.ok(Math.abs(title.x - first.x) < 4, "the section's title stands above its questions");
  await page.getByRole("button", { name: "Next question" }).click();
  const number = await boxOf(page, "fieldset li > span");
  const up = await boxOf(page, "fieldset li button");
  assert.ok(number.x > up.x, "numbers stand where the language begins");
  await lookAt(page, "rtl_order");
  await page.getByRole("button", { name: "Review and submit" }).first().click();
  const answer = page.locator("p", { hasText: "الكومة n²" });
  assert.equal(await answer.evaluate((element) => getComputedStyle(element).direction), "rtl");
  await lookAt(page, "rtl_review");
  assert.deepEqual(await findViolations(page), []);
});
