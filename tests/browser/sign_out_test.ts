import assert from "node:assert/strict";
import { openEditor, untilStatus } from "../support/author_page.ts";
import { productTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { signInOn } from "../support/watched_page.ts";

productTest(
  "[AU33] signing out asks about what is not saved, and leaves neither exams, marks nor links on the device",
  async (browser, server) => {
    const { page, complaints } = await openEditor(browser, server, {
      state: "published",
      questions: [{ id: "q1", type: "essay", text: "Why?" }],
    });
    const asked: string[] = [];
    let answer = false;
    page.on("dialog", (dialog) => {
      asked.push(`${dialog.type()}: ${dialog.message()}`);
      return answer ? dialog.accept() : dialog.dismiss();
    });
    await page.evaluate(() => {
      localStorage.setItem("invigil-mark:exam:attempt:q1", "{}");
      localStorage.setItem("somebody-else", "stays");
      sessionStorage.setItem("made_links:exam", "[]");
    });
    await page.locator("#at-exam-title").fill("Biology, and its key");
    await page.getByRole("button", { name: "Sign out" }).click();
    const kept = () => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort());
    assert.equal((await kept()).filter((name) => name.startsWith("invigil:edit:")).length, 1, "nothing is lost by no");
    answer = true;
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/login");
    await page.locator("html[data-ready]").waitFor();
    assert.deepEqual((await kept()).filter((name) => /^(invigil|made_links)/.test(name)), []);
    assert.ok((await kept()).includes("somebody-else"));
    assert.equal(asked.length, 2);
    assert.match(asked[0], /^confirm: Changes that are not saved yet/);
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[WR90] an editor whose session ended in another tab says so with its next save, loses nothing, and goes on after signing in",
  async (browser, server) => {
    const { page, complaints, saved } = await openEditor(browser, server);
    const other = await page.context().newPage();
    await other.goto("/exams");
    await other.locator("html[data-ready]").waitFor();
    await other.getByRole("button", { name: "Sign out" }).click();
    await other.waitForURL("**/login");

    await page.locator("#at-exam-title").fill("Biology, written after the end");
    await page.getByRole("alert").filter({ hasText: "You are signed out" }).waitFor();
    await untilStatus(page, "Not saved: you are signed out");
    assert.match(page.url(), /\/edit$/);
    await page.locator("#at-exam-title").fill("Biology, and more");
    assert.equal((await saved()).title, "Biology");

    await signInOn(other, "admin", ADMIN_PASSWORD);
    await page.bringToFront();
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await untilStatus(page, /^Saved$/);
    assert.equal((await saved()).title, "Biology, and more");
    assert.equal(await page.getByRole("alert").count(), 0);
    assert.deepEqual(complaints.filter((line) => !/401/.test(line)), []);
  },
);
