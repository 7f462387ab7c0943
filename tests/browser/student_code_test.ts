import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import {
  attemptOf,
  eventually,
  joinExam,
  listenToSocket,
  newStudentPage,
  tokenOf,
  untilSaved,
} from "../support/student_page.ts";

const EXAM = {
  code: "PROGRAM",
  title: "Programming",
  duration_minutes: 30,
  questions: [
    { id: "q1", type: "code", text: "Write a function.", points: 5, programming_language: "Python" },
    { id: "q2", type: "code", text: "Mend it.", points: 5, starter: "def f(x):\n    return" },
  ],
};

for (const width of [1_440, 390]) {
  browserTest(
    `[IT65] code keeps its indentation, is captured as typing, and the keyboard leaves its field at ${width} px`,
    async (browser, server) => {
      await server.publish(EXAM);
      const { page, problems } = await newStudentPage(await browser.newContext({ viewport: { width, height: 844 } }));
      const sent = listenToSocket(page);
      await joinExam(page, server.url, "Ada", "PROGRAM");
      const token = await tokenOf(page);
      const field = page.getByLabel("Your answer");
      await field.focus();
      await page.keyboard.type("if a:");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.type("b()");
      await page.keyboard.press("Enter");
      await page.keyboard.type("c()");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.type("d()");
      assert.equal(await field.inputValue(), "if a:\n\tb()\n\tc()\nd()");
      await page.keyboard.press("Control+z");
      assert.notEqual(await field.inputValue(), "if a:\n\tb()\n\tc()\nd()", "the browser's own undo works");
      await page.keyboard.press("Control+Shift+z");
      // Several lines at once, and back.
      await field.selectText();
      await page.keyboard.press("Tab");
      assert.equal(await field.inputValue(), "\tif a:\n\t\tb()\n\t\tc()\n\td()");
      await page.keyboard.press("Shift+Tab");
      assert.equal(await field.inputValue(), "if a:\n\tb()\n\tc()\nd()");
      assert.ok(await field.evaluate((element) => element === document.activeElement), "Tab does not leave by itself");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
      assert.ok(await field.evaluate((element) => element !== document.activeElement), "Escape, then Tab, does");
      await field.focus();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Shift+Tab");
      assert.ok(await field.evaluate((element) => element !== document.activeElement), "also backwards");

      await untilSaved(page);
      await eventually(
        async () => (await attemptOf(server.url, token)).answers.q1 === "if a:\n\tb()\n\tc()\nd()",
        "the server has it letter by letter",
      );
      const edits = sent.of("answer_edit").filter(({ question }) => question === "q1");
      assert.ok(edits.every(({ scripted }) => scripted !== true), "a key of the field's is no script");
      const letters = edits.filter(({ inserted }) => inserted !== "").map(({ inserted, input }) => [inserted, input]);
      assert.deepEqual(letters.slice(0, 7).map(([text]) => text), ["i", "f", " ", "a", ":", "\n", "\t"]);
      assert.ok(letters.slice(0, 10).every(([, input]) => input === "typing"));
      assert.ok(letters.some(([text]) => text === "\n\t"), "a new line comes with its indentation");
      assert.ok(edits.some(({ input }) => input === "history"));
      assert.deepEqual(await findViolations(page), []);

      await page.getByRole("button", { name: "Next question" }).click();
      await page.getByRole("button", { name: "Begin with this code" }).click();
      assert.equal(await field.inputValue(), "def f(x):\n    return");
      await field.focus();
      await page.keyboard.press("Control+End");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.type("x");
      assert.equal(await field.inputValue(), "def f(x):\n    return\n        x", "spaces stay spaces");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it fits");
      assert.deepEqual(await findViolations(page), []);
      await untilSaved(page);
      const taken = sent.of("paste_event");
      assert.deepEqual(taken.map(({ origin }) => origin), ["exam"], "given code is the paper's");
      assert.deepEqual(problems, []);
    },
  );
}
