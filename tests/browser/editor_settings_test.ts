import assert from "node:assert/strict";
import { openEditor, untilStatus } from "../support/author_page.ts";
import { findViolations } from "../support/axe.ts";
import { productTest } from "../support/in_browser.ts";

const QUESTIONS = ["One", "Two", "Three"].map((text, index) => ({
  id: `q${index + 1}`,
  type: "essay",
  text,
  points: 2,
}));

productTest(
  "[WR27] [WR28] [RV13] order, pools, results, marking and what proctors see are set in words; what contradicts itself is said and not saved",
  async (browser, server) => {
    const { page, complaints, saved } = await openEditor(browser, server, { questions: QUESTIONS });
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByLabel("Answers to choose from").check();
    await page.getByRole("button", { name: "Add a pool" }).click();
    await page.getByLabel("1. One").check();
    await page.getByLabel("3. Three").check();
    await page.getByLabel("Name", { exact: true }).fill("optics & light");
    await page.getByLabel("Each student has, of 2 questions").fill("3");
    await page.getByText("2 questions in it: 3 cannot be drawn.").waitFor();
    await page.getByLabel("The answers").check();
    await page.getByLabel("Once the exam is over").check();
    await page.getByLabel("Right answers", { exact: true }).check();
    await page.getByLabel("Without names").check();
    await page.getByLabel("A violation counts only once a second person has confirmed it").check();
    await page.getByLabel("Students may put their own words beside the evidence").uncheck();
    assert.deepEqual(await findViolations(page), []);
    await untilStatus(page, /^Saved$/);
    const { shuffle, pools, policy, questions } = await saved();
    assert.deepEqual([shuffle, pools], [{ choices: true }, [{ id: "optics--light", take: 3 }]]);
    assert.deepEqual(questions.map(({ pool }: { pool?: string }) => pool), [
      "optics--light",
      undefined,
      "optics--light",
    ]);
    assert.deepEqual([policy.proctors_see, policy.marking], ["answers", { anonymous: true }]);
    assert.deepEqual(policy.review, { second_person: true, statements: false });
    assert.equal(policy.results.release, "after_close");
    assert.equal(policy.results.show.key, true);

    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("button", { name: "2 questions in the pool optics--light: 3 cannot be drawn" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "at-exam-pools-0-take");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("1");
    await page.getByRole("button", { name: "Questions", exact: true }).click();
    await page.getByRole("button", { name: "Edit question 3" }).click();
    await page.getByLabel("Points", { exact: true }).fill("5");
    await untilStatus(page, /^Not saved yet: question 3/);
    await page.getByLabel("Points", { exact: true }).fill("2");
    await untilStatus(page, /^Saved$/);
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByRole("button", { name: "Remove the pool" }).click();
    await page.getByText("As soon as it is closed").waitFor();
    await untilStatus(page, /^(Not saved yet|Saving…)$/);
    await untilStatus(page, /^Saved$/);
    assert.equal((await saved()).pools, undefined);
    assert.equal((await saved()).questions[0].pool, undefined);
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[WR29] [WR30] before publishing, what may not be meant and what is missing of the roster is said; whoever wants to tries the exam first",
  async (browser, server) => {
    const { page, complaints, examId } = await openEditor(browser, server, {
      text_format: "markdown",
      join: "roster",
      questions: [{ id: "q1", type: "essay", text: "Why $\\frac{$?" }],
    });
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("nobody is on it yet").waitFor();
    assert.equal(
      await dialog.getByRole("link", { name: "Put students on the list" }).getAttribute("href"),
      `/exams/${examId}/people`,
    );
    assert.deepEqual(await findViolations(page), []);
    await dialog.getByRole("button", { name: "Stay here" }).click();
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByLabel("Anybody with the code").check();
    await page.getByRole("button", { name: "Publish" }).click();
    await dialog.getByText("A formula cannot be read.").waitFor();
    assert.deepEqual(await findViolations(page), []);
    await dialog.getByRole("button", { name: "Show" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "at-q1-text");

    await page.locator("summary").click();
    const link = page.getByRole("link", { name: "Export the questions as GIFT" });
    assert.equal(await link.getAttribute("href"), `/api/exams/${examId}/export?format=gift`);
    assert.deepEqual(await findViolations(page), []);
    await page.locator("summary").click();
    await page.getByRole("button", { name: "What can be done with this exam" }).click();
    await page.getByRole("button", { name: "Try it as a student" }).click();
    await page.waitForURL("**/exam**");
    assert.deepEqual(complaints, []);
  },
);
