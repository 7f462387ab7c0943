import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import exam from "../../docs/examples/question_types.json" with { type: "json" };
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

async function look(page: Page): Promise<void> {
  assert.deepEqual(await findViolations(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it fits");
}

async function goOn(page: Page, number: number): Promise<void> {
  await page.getByRole("button", { name: "Next question" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: `Question ${number}` }).waitFor();
}

for (const width of [1_440, 390]) {
  browserTest(
    `[IT11] matching, ordering and gaps are answered by keyboard alone at ${width} px`,
    async (browser, server) => {
      await server.publish(exam);
      const { page, problems } = await newStudentPage(await browser.newContext({ viewport: { width, height: 844 } }));
      await joinExam(page, server.url, "Ada", "TYPES");
      const token = await tokenOf(page);
      await page.getByLabel("Norway").focus();
      for (const letters of ["os", "li", "ac"]) {
        await page.keyboard.type(letters);
        await page.keyboard.press("Tab");
      }
      await look(page);

      await goOn(page, 2);
      const up = page.getByRole("button", { name: "Move up: The printing press" });
      await up.focus();
      // The paper comes sorted by id: phone, press, steam.
      await page.keyboard.press("Enter");
      assert.ok(await up.evaluate((button) => button === document.activeElement), "the focus goes along");
      await page.getByText("The printing press: now 1 of 3").waitFor({ state: "attached" });
      const down = page.getByRole("button", { name: "Move down: The telephone" });
      await down.focus();
      await page.keyboard.press("Enter");
      await page.getByText("The telephone: now 3 of 3").waitFor({ state: "attached" });
      assert.ok(await down.evaluate((button) => button === document.activeElement), "also at the end");
      await look(page);

      await goOn(page, 3);
      await page.getByLabel("Gap 1 of 2").focus();
      await page.keyboard.type("Seine");
      await page.keyboard.press("Tab");
      await page.keyboard.type("eng");
      await look(page);
      await untilSaved(page);
      await eventually(
        async () => "q3.sea" in (await attemptOf(server.url, token)).answers,
        "the answers are on the server",
      );
      const expected = {
        q1: ["no=oslo", "pe=lima", "gh=accra"],
        q2: ["press", "steam", "phone"],
        "q3.river": "Seine",
        "q3.sea": ["channel"],
      };
      assert.deepEqual((await attemptOf(server.url, token)).answers, expected);
      await page.reload();
      await page.getByText("3 of 6 answered").first().waitFor({ state: "attached" });
      assert.deepEqual(problems, []);
    },
  );
}
