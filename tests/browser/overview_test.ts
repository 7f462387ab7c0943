import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { raiseFlag } from "../../server/review/flags.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

async function assertFits(page: Page, name: string): Promise<void> {
  assert.deepEqual(await findViolations(page), [], name);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${name} is ${beyond} px wider than the window`);
}

browserTest(
  "[RV73] [RV74] [RV71] the overview says what few can say, and leads to the queue with its filters",
  async (browser, server) => {
    const { examId } = await server.publish(SAT_EXAM);
    const { page, complaints } = await watchedPage(browser, server.url);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.goto(`/exams/${examId}/overview`);
    await page.getByText("Nobody has sat this exam yet.").waitFor();
    await assertFits(page, "an overview of nothing");

    const ada = await sitExam(server, "Ada", "By Ada.");
    const attempt = await server.services.attempts.open(ada.attempt_id);
    const flag = { t: 100, at: server.services.now(), by: "bea", note: "Look here." };
    await raiseFlag(attempt, server.services.stores.flags, flag);
    await sitExam(server, "Bo", "By Bo.");
    await page.reload();
    await page.getByText("From 5 attempts on that are over, their distribution is drawn.").waitFor();
    assert.equal(await page.getByRole("img", { name: /^Peaks/ }).count(), 0);
    const flags = page.getByRole("region", { name: "Flags" });
    await flags.getByRole("cell", { name: "too few" }).waitFor();
    for (const name of ["Cy", "Di", "Ed"]) await sitExam(server, name, `By ${name}.`);
    await page.reload();
    await page.getByRole("img", { name: /^Peaks of 5 attempts/ }).waitFor();
    await page.locator("canvas").nth(1).waitFor();
    for (const table of await page.getByText("As a table").all()) await table.click();
    await page.getByRole("cell", { name: "above 90 up to 100" }).waitFor();
    await assertFits(page, "an overview");

    await page.getByRole("link", { name: "Show attempts with open flags" }).click();
    await page.getByText("0 of 5 reviewed").waitFor();
    const names = () => page.locator("[data-review-row]").allTextContents();
    assert.deepEqual(await names(), ["Ada"]);
    assert.ok(await page.getByLabel("With open flags").isChecked());
    await page.getByLabel("Peak", { exact: true }).selectOption("high");
    await page.getByText("No attempt matches.").waitFor();
    assert.match(page.url(), /\?state=all&level=high&flags=open$/);
    await assertFits(page, "the queue with filters");
    await page.reload();
    await page.getByText("No attempt matches.").waitFor();
    await page.goto(`/exams/${examId}/review?state=nonsense&level=low&flags=1`);
    await page.getByText("0 of 5 reviewed").waitFor();
    assert.equal((await names()).length, 5);

    const narrow = await watchedPage(browser, server.url, LOOKS.at(-1), "de-DE");
    await signInGerman(narrow.page);
    await narrow.page.goto(`/exams/${examId}/overview`);
    await narrow.page.getByRole("img", { name: /^Höchstwerte, 5 Versuche/ }).waitFor();
    await assertFits(narrow.page, "a narrow overview in German");
    assert.deepEqual([...complaints, ...narrow.complaints], []);
  },
);

async function signInGerman(page: Page): Promise<void> {
  await page.goto("/login");
  await page.locator("html[data-ready]").waitFor();
  await page.locator("input[name=username], input[autocomplete=username]").first().fill("admin");
  await page.locator("input[type=password]").fill(ADMIN_PASSWORD);
  await page.locator("button[type=submit]").first().click();
  await page.waitForURL((url) => url.pathname !== "/login");
}
