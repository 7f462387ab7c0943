import assert from "node:assert/strict";
import { BROWSER_TEST } from "../support/browser.ts";
import { browserTest } from "../support/in_browser.ts";
import { eventually, handIn, joinExam, newStudentPage } from "../support/student_page.ts";
import { alarm, join, onStage, row, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";
import { translatePage, type TranslatorManner } from "../support/translate_page.ts";

const EXAM = {
  code: "TWO-ESSAYS",
  title: "Two essays",
  duration_minutes: 9,
  join: "open",
  questions: [
    { id: "q1", type: "essay", text: "First question", points: 1 },
    { id: "q2", type: "essay", text: "Second question", points: 1 },
  ],
};

for (const manner of ["replaces", "wraps", "inserts_then_removes"] satisfies TranslatorManner[]) {
  browserTest(
    `[CA70] where a page translator ${
      manner.replaceAll("_", " ")
    } texts, question, field, status and timer move on together`,
    async (browser, server) => {
      await server.publish(EXAM);
      const { page, problems } = await newStudentPage(await browser.newContext());
      await joinExam(page, server.url, "Ada", EXAM.code);
      assert.ok(await translatePage(page, manner) > 10);
      const time = await page.getByRole("timer").textContent();
      await page.getByRole("button", { name: "Next question" }).click();
      await page.locator("#answer-q2").waitFor();
      assert.equal(await page.locator("#question-text").textContent(), "Second question");
      const heading = await page.getByRole("heading", { level: 1 }).textContent();
      assert.match(heading ?? "", /2.*of 2/);
      assert.doesNotMatch(heading ?? "", /1/);

      // Texts that come and go one by one, and what is put between them.
      await page.getByRole("button", { name: "Flag for later" }).click();
      await page.getByRole("button", { name: "Flagged for later", exact: true }).waitFor();
      await translatePage(page, manner);
      await page.getByRole("button", { name: /Previous/ }).click();
      await page.locator("#answer-q1").waitFor();
      assert.equal(await page.locator("#question-text").textContent(), "First question");
      await translatePage(page, manner);
      await page.locator("#answer-q1").pressSequentially("one two three");
      await eventually(
        async () => /3/.test(await page.locator("#answer-q1-note").textContent() ?? ""),
        "the words are counted",
      );
      await eventually(async () => await page.getByRole("timer").textContent() !== time, "the timer moves");
      assert.match(
        await page.getByRole("timer").textContent() ?? "",
        /^[^:]*\d:\d\d[^:]*$/,
        "the time stands there once",
      );
      await page.getByRole("button", { name: "Review and submit" }).first().click();
      await page.getByRole("button", { name: "Submit exam" }).waitFor();
      await translatePage(page, manner);
      await handIn(page);
      await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
      assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Your exam is submitted");
      assert.deepEqual(problems, []);
    },
  );
}

Deno.test(
  "[CA70] where a page translator works on the room, risk, level and state of a student still move",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const { page, complaints } = await watchedPage(browser, server.origin);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/room`);
      const student = await join(server, "Grace Hopper");
      await row(page, student).waitFor();
      await translatePage(page, "replaces");
      await alarm(server, student);
      const cell = (name: string) => row(page, student).locator(`[data-cell=${name}]`).textContent();
      await until("the level moves", async () => await cell("level") === "High");
      assert.match(await cell("risk") ?? "", /^\d+$/);
      assert.notEqual(await cell("risk"), "0");
      assert.equal(await cell("state"), "Locked");
      await translatePage(page, "replaces");
      assert.match(await cell("name") ?? "", /^Grace Hopper$/, "a name is nobody's to translate");
      assert.deepEqual(complaints, []);
    });
  },
);
