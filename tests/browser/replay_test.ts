import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { SAT_EXAM } from "../support/sat_exam.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

const PASTED = "A whole sentence that somebody brought along from elsewhere.";

const edit = (t: number, at: number, inserted: string, fields: Record<string, unknown> = {}) => ({
  type: "answer_edit",
  question: "q1",
  at,
  removed: 0,
  inserted,
  input: "typing",
  t,
  ...fields,
});

browserTest(
  "[RV24] [RV26] the whole attempt lies over one scrubber, each incident leads to its moment, and the end is what was handed in",
  async (browser, server) => {
    const { examId } = await server.publish(SAT_EXAM);
    const { attempt_id, session_token } = await server.join("Ada", SAT_EXAM.code);
    const events = [
      { type: "question_view", question: "q1", t: 0 },
      ...[..."Slowly"].map((letter, at) => edit(1_000 + at * 200, at, letter)),
      edit(4_000, 4, "", { removed: 2 }),
      { type: "focus_change", focused: false, t: 5_000 },
      { type: "focus_change", focused: true, t: 20_000 },
      edit(60_000, 4, PASTED, { input: "paste" }),
      { type: "question_view", question: "q2", t: 70_000 },
      { type: "answer_select", question: "q2", choices: ["a"], t: 72_000 },
    ];
    await server.call("POST", "/log_activity", session_token, { seq: 1, sentAt: 0, events });
    await server.call("POST", "/submit_exam", session_token, {});
    await server.call("POST", "/api/attempt/statement", session_token, { text: "I had it on paper.", t: 59_000 });
    for (const look of LOOKS) {
      const { page, context, complaints } = await watchedPage(browser, server.url, look);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/review/${attempt_id}`);
      await page.getByText("I had it on paper.").waitFor();
      assert.ok(!asked.some((path) => /\/(replay|log)$/.test(path)), "no log before it is asked for");
      await page.getByRole("button", { name: "about 0:59" }).click();
      const text = page.locator("[data-replay-text]");
      await text.getByText("Slow", { exact: true }).waitFor();
      await page.getByRole("button", { name: /60 characters arrived in one piece, question 1/ }).click();
      await page.getByText("0:58 of 1:12").waitFor();
      const scrubber = page.getByRole("slider", { name: "Moment of the attempt" });
      await scrubber.fill("4000");
      assert.equal(await text.locator("del").innerText(), "ly");
      assert.deepEqual(await findViolations(page), [], "the replay");
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${beyond} px wider than the window`);
      await scrubber.fill("61000");
      assert.equal(await text.innerText(), "Slowly" + PASTED);
      await text.locator("[title='arrived in one piece']").waitFor();
      await page.getByRole("combobox", { name: /^Speed/ }).selectOption("60");
      await page.getByRole("button", { name: "Play" }).click();
      await page.getByText("1:12 of 1:12").waitFor();
      await page.getByRole("button", { name: "Play" }).waitFor();
      await page.locator("li.font-semibold", { hasText: "Paris" }).waitFor();
      await page.getByText("Question by question", { exact: true }).click();
      const measures = page.getByRole("region", { name: "Question by question" });
      const ofFirst = await measures.getByRole("row").nth(1).innerText();
      assert.match(ofFirst, /1:10[\s\S]*0:15[\s\S]*60/, "in view, away, and characters in one piece");
      assert.deepEqual(await findViolations(page), [], "the questions beside each other");
      await page.getByLabel("Question shown").selectOption({ label: "Question 1" });
      const handedIn = (await server.services.attempts.view(attempt_id)).folded.sheet.toAnswers();
      await page.getByLabel("Show deleted text").uncheck();
      assert.equal(await text.innerText(), handedIn.q1);
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
);
