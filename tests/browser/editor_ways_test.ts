import assert from "node:assert/strict";
import { openEditor, untilStatus } from "../support/author_page.ts";
import { findViolations } from "../support/axe.ts";
import { productTest } from "../support/in_browser.ts";

productTest(
  "[WR42] [WR44] an exam for a list with nobody on it leads to its people, and published, to their links",
  async (browser, server) => {
    const { page, complaints, examId } = await openEditor(browser, server, {
      join: "roster",
      questions: [{ id: "q1", type: "essay", text: "Why?" }],
    });
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("dialog").getByText("nobody is on it yet").waitFor();
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole("link", { name: "Put students on the list" }).click();
    await page.waitForURL("**/people");
    const token = await server.signIn();
    await server.call("POST", `/api/exams/${examId}/roster?apply=true`, { token, body: [{ name: "Ada" }] });
    await page.goto(`/exams/${examId}/edit`);
    await page.locator("html[data-ready]").waitFor();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("button", { name: "Publish now" }).click();
    const links = page.getByRole("link", { name: "Personal links" });
    await links.waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === "Personal links");
    assert.equal(await page.getByLabel("Join address").count(), 0, "the address alone would let nobody in");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/people");

    // From the results, where right answers wait for it.
    await page.goto(`/exams/${examId}/edit#close`);
    await page.getByRole("dialog").getByRole("button", { name: "Close the exam" }).click();
    await page.getByRole("link", { name: "Go to marking" }).waitFor();
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole("button", { name: "Stay here" }).click();
    await untilStatus(page, "All changes are published");
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[WR91] archiving closes an exam and bringing it back opens it: said and asked before, in the list and in the editor",
  async (browser, server) => {
    const { page, complaints, examId } = await openEditor(browser, server, {
      state: "published",
      questions: [{ id: "q1", type: "essay", text: "Why?" }],
    });
    const token = await server.signIn();
    const state = async () => (await server.call("GET", `/api/exams/${examId}`, { token })).state;
    const menu = (name: string) => page.getByRole("button", { name, exact: true });
    await page.goto("/exams");
    await page.locator("html[data-ready]").waitFor();
    const more = page.getByRole("button", { name: "More about Biology" });
    await more.click();
    await menu("Archive").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/It closes: nobody else can begin/).waitFor();
    await dialog.getByRole("button", { name: "Keep it" }).click();
    assert.equal(await state(), "published");
    await more.click();
    await menu("Archive").click();
    await dialog.getByRole("button", { name: "Archive" }).click();
    await more.waitFor({ state: "detached" });
    assert.equal(await state(), "closed");

    await page.getByLabel("Show archived").check();
    await more.click();
    await menu("Bring back").click();
    await dialog.getByText(/students can begin/).waitFor();
    await dialog.getByRole("button", { name: "Bring back and open" }).click();
    await dialog.waitFor({ state: "detached" });
    assert.equal(await state(), "published");

    await server.call("POST", `/api/exams/${examId}/close`, { token });
    await page.goto(`/exams/${examId}/edit`);
    await page.locator("html[data-ready]").waitFor();
    await page.getByRole("button", { name: "What can be done with this exam" }).click();
    await menu("Reopen the exam").click();
    await dialog.getByText(/Students can begin again/).waitFor();
    await dialog.getByRole("button", { name: "Reopen the exam" }).click();
    await page.getByText("Published", { exact: true }).waitFor();
    assert.deepEqual([await state(), complaints], ["published", []]);
  },
);
