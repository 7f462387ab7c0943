import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { proctorOf } from "../support/proctor_at_work.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

/** What has the focus, as somebody would name it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      return element.labels?.[0]?.textContent ?? element.id;
    }
    return element === document.body ? "body" : element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  });
}

browserTest(
  "[CA81] after a pause and a lock the field has caret, text and scroll again, and what is typed next goes into it",
  async (browser, server) => {
    const context = await browser.newContext({ viewport: { width: 720, height: 450 } });
    const { page, problems } = await newStudentPage(context);
    await joinExam(page, server.url);
    const field = page.getByLabel("Your answer");
    await field.fill(`First line.\n${"Another line.\n".repeat(30)}`);
    await field.press("Control+Home");
    await page.keyboard.press("End");
    await page.evaluate(() => scrollTo(0, 260));
    await untilSaved(page);
    const token = await tokenOf(page);
    const proctor = await proctorOf(server, token);
    const scrolledTo = await page.evaluate(() => scrollY);

    for (const [hold, heading, end] of [["pause", "paused", "resume"], ["lock", "locked", "release"]]) {
      await proctor.act(hold);
      await page.getByRole("heading", { name: `Your exam is ${heading}` }).waitFor();
      assert.match(await focused(page), new RegExp(`is ${heading}`));
      assert.deepEqual(await findViolations(page), []);
      // Waiting is done with the mouse as well: a click on nothing must not cost the place.
      await page.mouse.click(300, 400);
      await proctor.act(end);
      await page.getByText(/^Your exam goes on, (1 h|\d+ min) left\.$/)
        .waitFor({ state: "attached" });
      await field.waitFor();
      assert.equal(await focused(page), "Your answer");
      assert.equal(await page.evaluate(() => scrollY), scrolledTo);
      await page.keyboard.type(` After the ${hold}.`);
    }
    assert.match(await field.inputValue(), /^First line\. After the pause\. After the lock\.\nAnother/);
    await untilSaved(page);
    assert.equal((await attemptOf(server.url, token)).answers.q1, await field.inputValue());
    await page.keyboard.press("Control+Z");
    assert.doesNotMatch(await field.inputValue(), /After the lock\./, "what was written before can be undone");
    assert.match(await page.title(), /^Question 1 of/);
    proctor.close();
    assert.deepEqual(problems, []);
  },
);

browserTest(
  "[CA81] wherever a control goes away that had the focus, the focus goes to what is nearest",
  async (browser, server) => {
    const { page } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url);
    const proctor = await proctorOf(server, await tokenOf(page));
    const press = async (name: string | RegExp) => {
      await page.getByRole("button", { name }).first().focus();
      await page.keyboard.press("Enter");
    };
    await proctor.act("message", { text: "One" });
    await proctor.act("warn", { text: "Two" });
    await page.getByText("Two", { exact: true }).waitFor();
    await page.getByLabel("Your answer").focus();
    await press("I have read this");
    assert.match(await focused(page), /Two/, "the next one is read, and its button is one Tab away");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "I have read this");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "Your answer", "back to where the student was");

    await press("Hide how this session looks");
    assert.equal(await focused(page), "Show how this session looks");
    await press("Show how this session looks");
    assert.equal(await focused(page), "Hide how this session looks");
    await press("Hide time");
    assert.equal(await focused(page), "Show time");

    await press("Ask a proctor");
    assert.match(await focused(page), /A break/, "the first thing that may be asked for");
    await press("Cancel");
    assert.equal(await focused(page), "Ask a proctor");

    await press("Next question");
    await page.getByLabel("Warm weather leads").check();
    await press("Clear my choice");
    assert.match(await focused(page), /Eating ice cream/);
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.getByLabel("Warm weather leads").isChecked(), true, "the keyboard goes on in the choices");
    proctor.close();
  },
);

browserTest(
  "[CA82] what was hidden stays hidden over a pause and a reload, and the last minute shows all the same",
  async (browser, server) => {
    await server.publish({
      code: "SHORT",
      title: "A short exam",
      duration_minutes: 1.2,
      questions: [{ id: "q1", type: "essay", text: "Write." }],
    });
    const { page } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url, "Ada", "SHORT");
    const proctor = await proctorOf(server, await tokenOf(page));
    await page.getByRole("button", { name: "Hide time" }).click();
    await page.getByRole("button", { name: "Hide how this session looks" }).click();
    const assertHidden = async () => {
      await page.getByRole("button", { name: "Show time" }).waitFor();
      await page.getByRole("button", { name: "Show how this session looks" }).waitFor();
      assert.equal(await page.getByRole("timer").count(), 0);
    };
    await proctor.act("pause");
    await page.getByRole("heading", { name: "Your exam is paused" }).waitFor();
    await proctor.act("resume");
    await page.getByLabel("Your answer").waitFor();
    await assertHidden();
    await page.reload();
    await page.getByLabel("Your answer").waitFor();
    await assertHidden();
    await page.getByRole("timer").getByText("Less than a minute left").waitFor({ timeout: 20_000 });
    proctor.close();
  },
);

browserTest(
  "[CA85] handing in with open questions asks first, and one more Enter leads back",
  async (browser, server) => {
    const { page } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url);
    await page.getByLabel("Your answer").fill("One of ten");
    await untilSaved(page);
    const token = await tokenOf(page);
    await page.getByRole("button", { name: "Review and submit" }).first().click();
    // The heading of the list takes the focus first.
    await eventually(async () => /^Check your answers/.test(await focused(page)), "the list has the focus");
    await page.getByRole("button", { name: "Submit exam" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Submit with open questions?" });
    await dialog.getByText("9 questions are not answered.").waitFor();
    assert.deepEqual(await findViolations(page), []);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await eventually(async () => await focused(page) === "Submit exam", "the focus is back");
    assert.equal((await attemptOf(server.url, token)).state, "active");

    await page.keyboard.press("Enter");
    await dialog.waitFor();
    // A pause while it asks leaves nothing behind that blocks the page.
    const proctor = await proctorOf(server, token);
    await proctor.act("pause");
    await page.getByRole("heading", { name: "Your exam is paused" }).waitFor();
    await dialog.waitFor({ state: "detached" });
    await proctor.act("resume");
    await dialog.waitFor();
    await dialog.getByRole("button", { name: "Submit all the same" }).click();
    await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
    await eventually(async () => (await attemptOf(server.url, token)).state === "submitted", "the server has it");
    proctor.close();
  },
);
