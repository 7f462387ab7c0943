import assert from "node:assert/strict";
import { openEditor, untilStatus } from "../support/author_page.ts";
import { findViolations } from "../support/axe.ts";
import { productTest } from "../support/in_browser.ts";

productTest(
  "[WR25] [WR26] what few questions need stands behind a quiet button, and how a question is marked in a sentence",
  async (browser, server) => {
    const choices = [{ id: "a", text: "One" }, { id: "b", text: "Two" }];
    const { page, complaints, saved } = await openEditor(browser, server, {
      questions: [
        { id: "q1", type: "multiple_choice", text: "Which?", choices, correct: ["a", "b"] },
        { id: "q2", type: "short_text", text: "Who?", correct: ["Linné"] },
        { id: "q3", type: "numeric", text: "How fast?", correct: 36, tolerance: 2, unit: "km/h" },
        { id: "q4", type: "essay", text: "Why?", points: 3 },
      ],
    });
    const more = page.getByRole("button", { name: /^More/ }).and(page.locator("[data-question] button"));
    const openQuestion = async (number: number) => {
      await page.getByRole("button", { name: `Edit question ${number}` }).click();
      await more.click();
    };
    await openQuestion(1);
    await page.getByText("Points for each right choice, taken off for each wrong one, never below 0.").waitFor();
    await page.getByLabel("Only where all is right").check();
    await page.getByText("All points where exactly the right choices are made, else none.").waitFor();
    await page.getByLabel("Feedback on A").fill("Yes, one.");
    await page.getByLabel("Feedback", { exact: true }).fill("Read chapter 2");
    await page.getByLabel("Tags").fill("cells, week 3,");
    await more.click();
    await page.getByRole("button", { name: /^More: points, feedback,? and tags$/ }).waitFor();
    await page.getByRole("button", { name: "Done", exact: true }).click();

    await openQuestion(2);
    await page.getByLabel("Capitals count").check();
    await page.getByLabel(/Accents do not count/).check();
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole("button", { name: "Done", exact: true }).click();

    await openQuestion(3);
    await page.getByLabel("In percent of the right answer").check();
    await page.getByLabel("Tolerance, in percent").fill("5");
    await page.getByRole("button", { name: "Add a unit" }).click();
    assert.equal(await page.getByLabel("Unit 1", { exact: true }).inputValue(), "km/h");
    await page.getByRole("button", { name: "Add a unit" }).click();
    await page.keyboard.type("m/s");
    await page.getByLabel("What one of unit 2").fill("3,6");
    await page.getByLabel("Points without a unit").fill("50");
    await page.getByText("All points within the tolerance in any of the units.").waitFor();
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole("button", { name: "Done", exact: true }).click();

    await openQuestion(4);
    await page.getByRole("button", { name: "Add a criterion" }).click();
    await page.keyboard.type("Names it");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Explains it");
    await page.getByLabel("Points of criterion 2").fill("2");
    await page.getByText("3 of 3 points").waitFor();
    assert.deepEqual(await findViolations(page), []);
    await page.getByLabel("Criterion 1", { exact: true }).fill("");
    await more.click();
    await page.getByText("Write something here").waitFor();
    await page.getByLabel("Criterion 1", { exact: true }).fill("Names it");
    await untilStatus(page, /^Saved$/);

    const [first, second, third, fourth] = (await saved()).questions;
    assert.equal(first.scoring, "all_or_nothing");
    assert.equal(first.choices[0].feedback, "Yes, one.");
    assert.deepEqual([first.feedback, first.tags], ["Read chapter 2", ["cells", "week 3"]]);
    assert.deepEqual([second.match_case, second.ignore_accents], [true, true]);
    assert.deepEqual([third.tolerance, third.tolerance_percent, third.missing_unit], [undefined, 5, 0.5]);
    assert.deepEqual(third.units, [{ unit: "km/h", factor: 1 }, { unit: "m/s", factor: 3.6 }]);
    assert.deepEqual(fourth.rubric.map(({ points }: { points: number }) => points), [1, 2]);
    assert.deepEqual(complaints, []);
  },
);
