import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { openEditor, untilStatus } from "../support/author_page.ts";
import { findViolations } from "../support/axe.ts";
import { productTest } from "../support/in_browser.ts";
import { eventually } from "../support/student_page.ts";

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';

productTest(
  "[WR21] [WR22] a plain exam stays plain until its author says otherwise, then the preview shows formulas as students see them",
  async (browser, server) => {
    const { page, complaints, saved } = await openEditor(browser, server, {
      questions: [{
        id: "q1",
        type: "single_choice",
        text: "Is **$x^2$** less?",
        choices: [{ id: "a", text: "It is $\\frac{1}{2}$" }, { id: "b", text: "No" }],
      }],
    });
    await page.getByRole("button", { name: "Preview" }).click();
    const preview = page.getByRole("complementary", { name: "As a student" });
    await preview.getByText("Is **$x^2$** less?").waitFor();
    await page.getByRole("button", { name: /Edit question 1/ }).click();
    assert.equal(await page.getByRole("group", { name: "Formatting" }).count(), 0);
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByLabel("With formatting").check();
    await preview.locator("strong math").waitFor();
    await preview.locator("label mfrac").waitFor();
    await page.getByRole("button", { name: "Questions", exact: true }).click();
    await page.getByLabel("Question", { exact: true }).fill("Why");
    await page.getByRole("button", { name: "Bold" }).click();
    await page.keyboard.type("so?");
    await preview.locator("strong").filter({ hasText: "so?" }).waitFor();
    await page.getByLabel("Answer B", { exact: true }).fill("$\\frac{$");
    await page.getByText("A formula cannot be read.").waitFor();
    assert.deepEqual(await findViolations(page), []);
    await untilStatus(page, /^Saved$/);
    const { text_format, questions } = await saved();
    assert.deepEqual([text_format, questions[0].text], ["markdown", "Why**so?**"]);
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[WR23] [WR24] [WR94] [TX46] a picture is chosen or pasted, what it shows is asked for, and the preview shows it",
  async (browser, server) => {
    const { page, complaints, saved } = await openEditor(browser, server, {
      text_format: "markdown",
      questions: [{ id: "q1", type: "essay", text: "What is this?" }],
    });
    await page.getByRole("button", { name: "Preview" }).click();
    const preview = page.getByRole("complementary", { name: "As a student" });
    await page.getByRole("button", { name: /Edit question 1/ }).click();
    await page.keyboard.press("Control+End");
    await page.getByRole("button", { name: "Add a picture" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Add the picture" }).click();
    await dialog.getByText("Say what the picture shows").waitFor();
    assert.deepEqual(await findViolations(page), []);
    await dialog.getByLabel("Picture", { exact: true }).setInputFiles({
      name: "moving.gif",
      mimeType: "image/gif",
      buffer: Buffer.from("GIF89a"),
    });
    await dialog.getByText("This is no PNG, JPEG, WebP or SVG.").waitFor();
    await dialog.getByLabel("Picture", { exact: true }).setInputFiles({
      name: "tree.svg",
      mimeType: "image/svg+xml",
      buffer: Buffer.from(DRAWING),
    });
    await dialog.getByLabel("What does it show?").fill("A [black] triangle");
    await dialog.getByRole("button", { name: "Add the picture" }).click();
    await dialog.waitFor({ state: "detached" });
    const shown = await preview.getByRole("img", { name: "A [black] triangle" }).boundingBox();
    assert.ok(shown !== null && shown.height <= 900 * 0.6 + 1 && Math.abs(shown.width - shown.height) < 2);
    assert.match(
      await page.getByLabel("Question", { exact: true }).inputValue(),
      /^What is this\?\n\n!\[A \\\[black\\\] triangle\]\(media:[^)]+\)$/,
    );
    await untilStatus(page, /^Saved$/);
    const row = page.getByRole("list", { name: "Pictures in this text" });
    await row.getByText("A [black] triangle").waitFor();
    assert.deepEqual(await findViolations(page), []);
    await row.getByRole("button", { name: "Remove the picture A [black] triangle" }).click();
    assert.equal(await page.getByLabel("Question", { exact: true }).inputValue(), "What is this?");
    await row.waitFor({ state: "detached" });

    await page.getByLabel("Question", { exact: true }).evaluate((area, drawing) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([drawing], "pasted.svg", { type: "image/svg+xml" }));
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, DRAWING);
    await dialog.getByLabel("What does it show?").fill("Again");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    const text = page.getByLabel("Question", { exact: true });
    assert.equal(await text.isVisible(), true, "Escape closed the dialog alone");
    const bare = `![](media:${"a".repeat(43)})`;
    await text.fill(bare);
    await page.getByText("A picture has no alternative text").waitFor();
    await eventually(async () => (await saved()).questions[0].text === bare, "it is saved all the same");
    assert.equal(complaints.filter((line) => !line.includes("404")).length, 0, complaints.join("\n"));
  },
);
