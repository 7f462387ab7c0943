import assert from "node:assert/strict";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

const TABS = ["edit", "people", "room", "review", "overview", "marking", "results"];

browserTest(
  "[DR59] on each of an exam's pages its tab is marked and in sight at 390 px, and the page is no wider",
  async (browser, server) => {
    const { examId } = await server.publish({
      code: "TABS",
      title: "An exam with a title that is longer than a phone is wide, as some are",
      duration_minutes: 10,
      questions: [{ id: "q1", type: "essay", text: "Why?" }],
    });
    const { page, complaints } = await watchedPage(browser, server.url, LOOKS[1]);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    for (const tab of [...TABS, "people/slips", "paper"]) {
      await page.goto(`/exams/${examId}/${tab}`);
      const marked = page.getByRole("navigation", { name: "Pages of this exam" }).locator("[aria-current=page]");
      const expected = tab === "paper" || tab === "people/slips" ? "people" : tab;
      assert.equal(await marked.getAttribute("href"), `/exams/${examId}/${expected}`);
      const { left, right } = await marked.evaluate((link) => link.getBoundingClientRect().toJSON());
      assert.ok(left >= 0 && right <= 390, `${tab}: from ${left} to ${right}`);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${tab} is ${beyond} px too wide`);
      const main = page.getByRole("navigation", { name: "Main" }).locator("[aria-current=page]");
      assert.equal(await main.getAttribute("href"), "/exams");
    }
    assert.deepEqual(complaints, []);
  },
);
