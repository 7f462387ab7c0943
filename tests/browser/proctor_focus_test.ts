import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { alarm, join, onStage, row, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

/** The attempt whose row has the focus, or null. */
function focusedRow(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.closest("[data-attempt]")?.getAttribute("data-attempt"));
}

async function untilFocus(page: Page, on: string | RegExp): Promise<void> {
  await until(`the focus is on ${on}`, async () => {
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.id || element?.getAttribute("aria-label") || element?.textContent || element?.tagName || "";
    });
    return typeof on === "string" ? name === on : on.test(name);
  });
}

Deno.test(
  "[PR40] keys move only while the focus is in the list: no action reaches another student, and letters can be turned off",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const { page, complaints } = await watchedPage(browser, server.origin);
      const ada = await join(server, "Ada");
      const bob = await join(server, "Bob");
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/room`);
      await row(page, bob).waitFor();
      await row(page, ada).getByRole("button").click();
      const drawer = page.getByRole("complementary");
      await drawer.getByRole("heading", { name: "Ada" }).waitFor();
      for (
        const place of [
          drawer.getByRole("button", { name: "Message", exact: true }),
          drawer.getByRole("tab", { name: "Why" }),
        ]
      ) {
        await place.focus();
        for (const key of ["j", "k", "/"]) await page.keyboard.press(key);
        assert.equal(await drawer.getByRole("heading", { level: 2 }).first().innerText(), "Ada");
        assert.ok(await place.evaluate((element) => element === document.activeElement));
      }
      // In the list they move, and the drawer follows while the focus stays in the list.
      await row(page, ada).getByRole("button").focus();
      await page.keyboard.press("j");
      await drawer.getByRole("heading", { name: "Bob" }).waitFor();
      assert.equal(await focusedRow(page), bob.attempt_id);
      await page.keyboard.press("k");
      await drawer.getByRole("heading", { name: "Ada" }).waitFor();
      await page.keyboard.press("Enter");
      await untilFocus(page, "drawer-title");
      await drawer.getByRole("button", { name: "Close" }).press("Enter");
      await until("the focus is back on the row", async () => await focusedRow(page) === ada.attempt_id);

      await page.getByLabel("Letter keys").uncheck();
      await page.reload();
      await row(page, ada).getByRole("button").focus();
      await page.keyboard.press("j");
      await page.keyboard.press("/");
      assert.equal(await focusedRow(page), ada.attempt_id, "off, also after a reload");
      await page.keyboard.press("ArrowDown");
      await until("arrows go on", async () => await focusedRow(page) === bob.attempt_id);
      assert.deepEqual(await findViolations(page), []);
      assert.deepEqual(complaints, []);
    });
  },
);

Deno.test(
  "[PR41] [PR42] [PR43] in the room the focus never falls on the body, written words stay, and what was found is said",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const { page, complaints } = await watchedPage(browser, server.origin);
      const ada = await join(server, "Ada");
      const bob = await join(server, "Bob");
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/room`);
      await row(page, bob).getByRole("button").focus();
      await alarm(server, ada);
      await alarm(server, bob);
      const acknowledge = page.getByRole("button", { name: /^Acknowledge (Ada|Bob)$/ });
      await page.getByRole("button", { name: "Next (1 of 2)" }).waitFor();
      await acknowledge.first().press("Enter");
      await untilFocus(page, /^(Ada|Bob): risk/);
      await acknowledge.first().press("Enter");
      await until("the focus is back where it was", async () => await focusedRow(page) === bob.attempt_id);

      await page.keyboard.press("Enter");
      const drawer = page.getByRole("complementary", { name: "Bob" });
      const isLocked = await row(page, bob).getByText("Locked").count() > 0;
      if (isLocked) {
        await drawer.getByRole("button", { name: "Release", exact: true }).press("Enter");
        await drawer.getByRole("button", { name: "Pause", exact: true }).waitFor();
        await untilFocus(page, "Actions");
      }
      await drawer.getByRole("button", { name: "Pause", exact: true }).press("Enter");
      await page.getByRole("dialog").getByRole("button", { name: "Pause" }).press("Enter");
      await drawer.getByRole("button", { name: "Resume", exact: true }).waitFor();
      await untilFocus(page, "Actions");
      await page.keyboard.press("Enter");
      assert.equal(
        await drawer.getByRole("button", { name: "Resume", exact: true }).count(),
        1,
        "one more Enter does nothing",
      );

      await drawer.getByRole("button", { name: "Message", exact: true }).press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: "Send" }).press("Enter");
      await dialog.locator('[aria-live="assertive"]').filter({ hasText: "Write a message" }).waitFor();
      await untilFocus(page, "action-words");
      await dialog.getByRole("textbox").fill("Please close the other window.");
      await page.mouse.click(10, 500);
      await dialog.waitFor();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await untilFocus(page, "Message");
      await page.keyboard.press("Enter");
      assert.equal(await dialog.getByRole("textbox").inputValue(), "Please close the other window.");
      await dialog.getByRole("button", { name: "Send" }).press("Enter");
      await drawer.getByText("Sent.", { exact: true }).waitFor();
      await drawer.getByRole("button", { name: "Message", exact: true }).press("Enter");
      assert.equal(await dialog.getByRole("textbox").inputValue(), "", "what was sent is no draft");
      await page.mouse.click(10, 500);
      await dialog.waitFor({ state: "detached" });

      await drawer.getByRole("button", { name: "Flag" }).press("Enter");
      await dialog.getByRole("button", { name: "Flag" }).press("Enter");
      const confirm = drawer.getByRole("button", { name: "Confirm" }).first();
      await confirm.press("Enter");
      await until("the focus is in the drawer", async () => {
        return await page.evaluate(() => document.activeElement?.closest("aside") !== null);
      });
      assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), "BODY");

      await page.getByLabel("Search by name or number").fill("ad");
      await page.getByRole("status").filter({ hasText: /^1 student found$/ }).waitFor({ state: "attached" });
      await page.getByLabel("Search by name or number").fill("nobody");
      await page.getByRole("status").filter({ hasText: /^0 students found$/ }).waitFor({ state: "attached" });
      await page.getByRole("button", { name: "Show everybody" }).press("Enter");
      await row(page, ada).waitFor();
      assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), "BODY");
      assert.deepEqual(await findViolations(page), []);
      assert.deepEqual(complaints, []);
    });
  },
);

Deno.test(
  "[PR41] [PR43] making an exam: the focus follows, and a wrong file is said at once",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const { page, complaints } = await watchedPage(browser, server.origin);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto("/exams");
      await page.locator("html[data-ready]").waitFor();
      const make = page.getByRole("button", { name: "Make one from a JSON document" });
      await make.press("Enter");
      await untilFocus(page, "New exam");
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H2");
      await page.getByRole("button", { name: "Cancel" }).press("Enter");
      await make.waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "New exam");

      await make.press("Enter");
      await page.getByRole("button", { name: "Publish exam" }).press("Enter");
      await untilFocus(page, "exam-document");
      const file = (name: string, text: string) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
      const input = page.locator("input[type=file]");
      await input.setInputFiles(file("photo.json", "\u0089PNG"));
      await page.locator('[aria-live="assertive"]').filter({ hasText: "photo.json is not an exam document" }).waitFor();
      assert.equal(await input.getAttribute("aria-invalid"), "true");
      assert.deepEqual(await findViolations(page), []);
      const exam = {
        code: "FILE",
        title: "F",
        duration_minutes: 5,
        questions: [{ id: "q", type: "essay", text: "?" }],
      };
      await input.setInputFiles(file("exam.json", JSON.stringify(exam)));
      await page.getByRole("status").filter({ hasText: "exam.json is read" }).waitFor();
      assert.equal(await input.getAttribute("aria-invalid"), null);
      await page.getByRole("button", { name: "Publish exam" }).press("Enter");
      await page.getByText("FILE is published").waitFor();
      await until("the focus is on what was made", async () => {
        return await page.evaluate(() => document.activeElement?.getAttribute("aria-labelledby")) === "exam-made";
      });
      await page.getByRole("button", { name: "Done" }).press("Enter");
      await until("the focus is on the next one", async () => {
        return await page.evaluate(() => document.activeElement?.textContent) === "New exam";
      });
      assert.deepEqual(complaints, []);
    });
  },
);
