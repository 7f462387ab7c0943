import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import type { LiveServer } from "../support/live_server.ts";
import { lookAt } from "../support/student_look.ts";
import {
  attemptOf,
  eventually,
  handIn,
  joinExam,
  newStudentPage,
  tokenOf,
  untilSaved,
} from "../support/student_page.ts";

const SECTIONS = [
  { id: "listening", title: "Listening", text: "You hear each text **twice**. Answer in a few words." },
  { id: "writing", title: "Writing about what you have heard, in your own words" },
];
const essay = (id: string, section: string) => ({ id, type: "essay", text: `Write about ${id}.`, points: 2, section });

async function publish(server: LiveServer, code: string, fields: Record<string, unknown> = {}) {
  await server.publish({
    code,
    title: `Exam ${code}`,
    duration_minutes: 60,
    text_format: "markdown",
    sections: SECTIONS,
    questions: [
      essay("trains", "listening"),
      essay("boats", "listening"),
      essay("bridges", "writing"),
      essay("roads", "writing"),
    ],
    ...fields,
  });
}

const field = (page: Page) => page.getByLabel("Your answer");
const heading = (page: Page, number: number) =>
  page.getByRole("heading", { name: new RegExp(`^Question ${number} of`) });
const inMap = (page: Page, name: string) => page.getByRole("navigation").getByRole("button", { name });

browserTest(
  "[EX60] a section's title and text stand above its first question and group the map",
  async (browser, server) => {
    await publish(server, "PARTS");
    const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
    const { page, problems } = await newStudentPage(context);
    await joinExam(page, server.url, "Ada", "PARTS");
    const text = page.getByText("You hear each text twice.");
    await text.waitFor();
    assert.equal(await page.locator("strong", { hasText: "twice" }).count(), 1);
    await lookAt(page, "section_first");
    assert.deepEqual(await findViolations(page), []);
    const titles = page.getByRole("navigation").locator("p");
    assert.deepEqual(await titles.allTextContents(), SECTIONS.map(({ title }) => title));
    await page.getByRole("button", { name: "Next question" }).click();
    await heading(page, 2).waitFor();
    await text.waitFor({ state: "hidden" });
    await page.locator("#section-title").click();
    await text.waitFor();
    await inMap(page, "Question 3").click();
    await heading(page, 3).waitFor();
    assert.equal(await page.locator("#section-title").textContent(), SECTIONS[1].title);
    await lookAt(page, "section_second");
    assert.deepEqual(problems, []);
  },
);

browserTest(
  "[EX61] forward only: said before joining, asked before leaving, no way back, and a reload keeps the place",
  async (browser, server) => {
    await publish(server, "FORWARD", { navigation: "forward" });
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const { page, problems } = await newStudentPage(context);
    await page.goto(`${server.url}/join/FORWARD`);
    await page.getByText("This exam goes forward only").waitFor();
    await lookAt(page, "forward_join_390");
    assert.deepEqual(await findViolations(page), []);
    await joinExam(page, server.url, "Ada", "FORWARD");
    assert.equal(await page.getByRole("button", { name: "Previous" }).count(), 0);
    await page.getByText("you cannot come back to this question").waitFor();
    await field(page).pressSequentially("Slow ones.");
    const next = page.getByRole("button", { name: "Next question" });
    await lookAt(page, "forward_first_390");

    // Asked once, although it is answered.
    await next.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("You cannot come back to question 1").waitFor();
    assert.equal(await dialog.getByText("not answered").count(), 0);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await field(page).pressSequentially(" Old ones.");
    await next.click();
    await dialog.getByRole("button", { name: "Go on" }).click();
    await heading(page, 2).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "question-heading");

    // Answered: no question any more. Not answered: named, also where several are passed over.
    await field(page).pressSequentially("Two.");
    await next.click();
    await heading(page, 3).waitFor();
    await next.click();
    await dialog.getByText("Question 3 is not answered.").waitFor();
    await lookAt(page, "forward_leave_390");
    assert.deepEqual(await findViolations(page), []);
    await dialog.getByRole("button", { name: "Stay here" }).click();
    await heading(page, 3).waitFor();
    assert.ok(await inMap(page, "Question 1, answered, left behind").isDisabled());
    assert.ok(await inMap(page, "Question 2, answered, left behind").isDisabled());
    await lookAt(page, "forward_map_390");

    await untilSaved(page);
    await page.reload();
    await heading(page, 3).waitFor();
    const again = await newStudentPage(await browser.newContext());
    const token = await tokenOf(page);
    assert.equal((await attemptOf(server.url, token)).furthest, "bridges");
    await again.page.close();

    await inMap(page, "Question 4").click();
    await dialog.getByRole("button", { name: "Go on" }).click();
    await heading(page, 4).waitFor();
    await page.getByRole("button", { name: "Review and submit" }).first().click();
    await page.getByText("You cannot go back to questions that you have left.").waitFor();
    await page.getByText("Slow ones. Old ones.").waitFor();
    assert.equal(await page.getByRole("list").getByRole("button", { name: /Write about/ }).count(), 0);
    await lookAt(page, "forward_review_390");
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole("button", { name: "Back to the questions" }).click();
    await heading(page, 4).waitFor();
    await page.getByRole("button", { name: "Review and submit" }).first().click();
    await handIn(page);
    await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
    assert.deepEqual((await attemptOf(server.url, token)).answers, { trains: "Slow ones. Old ones.", boats: "Two." });
    assert.deepEqual(problems, []);
  },
);

browserTest(
  "[EX61] what another tab left behind stays left, and the page goes on from the server's place",
  async (browser, server) => {
    await publish(server, "PLACE", { navigation: "forward" });
    const { page } = await newStudentPage(await browser.newContext({ colorScheme: "dark", locale: "de-DE" }));
    await page.setViewportSize({ width: 1_440, height: 900 });
    await page.goto(`${server.url}/join/PLACE?language=de`);
    await page.waitForSelector("html[data-ready]");
    await page.getByLabel("Ihr vollständiger Name").fill("Ada");
    await page.getByLabel("Ich habe gelesen").check();
    await page.getByRole("button", { name: "Zustimmen" }).click();
    await page.waitForURL((url) => url.pathname === "/exam");
    await page.getByRole("heading", { name: "Frage 1" }).waitFor();
    await page.getByRole("button", { name: "Nächste Frage" }).click();
    await page.getByText("Frage 1 ist nicht beantwortet.").waitFor();
    await lookAt(page, "forward_leave_german_dark");
    await page.getByRole("button", { name: "Weiter", exact: true }).click();
    await page.getByRole("heading", { name: "Frage 2" }).waitFor();
    await lookAt(page, "forward_second_german_dark");
    const token = await tokenOf(page);
    await page.goto("about:blank");
    // As another device of the same student; the page may still be sending its last batch as it goes.
    await eventually(async () => {
      const { last_seq, last_t = 0 } = await attemptOf(server.url, token);
      const events = [{ type: "question_view", question: "bridges", t: last_t + 60_000 }];
      const said = await server.call("POST", "/log_activity", token, { seq: last_seq + 1, sentAt: 0, events });
      return said.status === 200;
    }, "another device goes further");
    await page.goBack();
    await page.getByRole("heading", { name: "Frage 3" }).waitFor();
    assert.deepEqual(await findViolations(page), []);
  },
);
