import assert from "node:assert/strict";
import { openEditor, untilStatus } from "../support/author_page.ts";
import { findViolations } from "../support/axe.ts";
import { productTest } from "../support/in_browser.ts";
import { eventually } from "../support/student_page.ts";
import { lookAt } from "../support/student_look.ts";
import { LOOKS } from "../support/watched_page.ts";

const question = (id: string) => ({ id, type: "essay", text: `Write ${id}.` });

productTest("[OP76] an author divides an exam into sections and has it go forward only", async (browser, server) => {
  for (const [index, look] of LOOKS.entries()) {
    const { page, complaints, saved } = await openEditor(
      browser,
      server,
      { code: `SECT-${index}`, questions: ["q1", "q2", "q3"].map(question) },
      look,
    );
    const add = page.getByRole("button", { name: "Add a section" });
    await add.click();
    const title = page.getByLabel("Section", { exact: true });
    await title.fill("Writing");
    await page.getByLabel("Text of the section").fill("In your own words.");
    await page.getByLabel("Begins at").selectOption({ label: "Question 2" });
    await eventually(async () => (await saved()).questions[1].section !== undefined, "the section is saved");
    await untilStatus(page, "Saved");
    assert.deepEqual(await findViolations(page), []);
    await lookAt(page, `editor_sections_${index}`);
    const { sections, questions } = await saved();
    assert.deepEqual([sections[0].title, sections[0].text], ["Writing", "In your own words."]);
    const { id } = sections[0];
    assert.deepEqual(questions.map((one: { section?: string }) => one.section), [undefined, id, id]);

    await page.getByRole("tab", { name: "Settings" }).or(page.getByRole("button", { name: "Settings" })).first()
      .click();
    await page.getByLabel("No, forward only").check();
    await eventually(async () => (await saved()).navigation === "forward", "the way is saved");
    await untilStatus(page, "Saved");
    await page.waitForTimeout(300);
    assert.deepEqual(await findViolations(page), []);
    await lookAt(page, `editor_forward_${index}`);
    assert.deepEqual(complaints, []);
    await page.context().close();
  }
});
