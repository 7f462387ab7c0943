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
  code: "EDITOR",
  title: "Programming",
  duration_minutes: 30,
  questions: [{ id: "q1", type: "code", text: "Write a function.", points: 5 }, {
    id: "q2",
    type: "essay",
    text: "Why?",
  }],
};

for (const width of [1_440, 390]) {
  browserTest(
    `[IT72] the code editor is loaded on demand, styled under the policy, and captured like the plain field at ${width} px`,
    async (browser, server) => {
      await server.publish(EXAM);
      const { page, problems } = await newStudentPage(await browser.newContext({ viewport: { width, height: 844 } }));
      const sent = listenToSocket(page);
      await joinExam(page, server.url, "Ada", "EDITOR");
      const token = await tokenOf(page);
      await page.getByRole("button", { name: "Use the code editor" }).click();
      const field = page.getByRole("textbox", { name: "Your answer" });
      await page.locator(".cm-editor").waitFor();
      assert.ok(await field.evaluate((element) => element === document.activeElement), "one writes on at once");
      assert.match(
        await page.locator(".cm-scroller").evaluate((element) => getComputedStyle(element).fontFamily),
        /mono/i,
      );
      await page.keyboard.type("if (a) {");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.type("b();");
      await page.keyboard.press("Enter");
      await page.keyboard.type("c();");
      const text = "if (a) {\n\tb();\n\tc();";
      const answer = async () => (await attemptOf(server.url, token)).answers.q1;
      await untilSaved(page);
      await eventually(async () => await answer() === text, "the server has it letter by letter");
      const edits = () => sent.of("answer_edit").filter(({ question }) => question === "q1");
      assert.deepEqual(edits().slice(0, 11).map(({ inserted }) => inserted), [..."if (a) {", "\n", "\t", "b"]);
      assert.deepEqual([...new Set(edits().map(({ input }) => input))], ["typing"]);
      assert.ok(edits().every(({ scripted }) => scripted !== true));
      assert.ok(sent.of("keystroke_data").length >= 18);

      await page.keyboard.press("Control+z");
      await eventually(async () => await answer() !== text, "undone");
      await page.keyboard.press("Control+y");
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Control+c");
      await page.keyboard.press("Control+End");
      await page.keyboard.press("Control+v");
      await eventually(async () => await answer() === text + text, "undone, done again, and put in twice");
      await untilSaved(page);
      const kinds = new Set(edits().map(({ input }) => input));
      assert.deepEqual([kinds.has("history"), kinds.has("paste"), kinds.has("other")], [true, true, false]);
      assert.deepEqual(sent.of("copy_event").map(({ length }) => length), [text.length]);
      assert.deepEqual(sent.of("paste_event").map(({ origin }) => origin), ["exam"]);

      assert.deepEqual(await findViolations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it fits");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
      assert.ok(await field.evaluate((element) => element !== document.activeElement), "the keyboard leaves it");

      await page.getByRole("button", { name: "Use the plain text field" }).click();
      assert.equal(await page.getByLabel("Your answer").inputValue(), text + text);
      await page.getByRole("button", { name: "Use the code editor" }).click();
      await page.locator(".cm-content .cm-line").nth(4).waitFor();
      assert.deepEqual(problems, [], "no style was refused");
    },
  );
}
