import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { CapturedEvent } from "../../protocol/events.ts";
import { decideFlag } from "../../server/review/flags.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD, type LiveServer } from "../support/live_server.ts";
import { SAT_EXAM } from "../support/sat_exam.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

/** A student whose network is lost for a moment, and whose essay comes from outside, so that the exam's rule raises a flag. */
async function sitFlagged(server: LiveServer, name: string, minute: number): Promise<string> {
  const { attempt_id, session_token } = await server.join(name, SAT_EXAM.code);
  const t = minute * 60_000;
  const events: CapturedEvent[] = [
    { type: "question_view", question: "q2", t: 0 },
    { type: "question_view", question: "q1", t: 20_000 },
    { type: "connection_change", online: false, t: t - 2_000 },
    { type: "connection_change", online: true, t: t - 1_000 },
    { type: "paste_event", length: 880, origin: "outside", t },
    { type: "answer_edit", question: "q1", at: 0, removed: 0, inserted: "outside ".repeat(110), t },
  ];
  assert.equal((await server.call("POST", "/log_activity", session_token, { seq: 1, sentAt: 0, events })).status, 200);
  assert.equal((await server.call("POST", "/submit_exam", session_token, {})).status, 200);
  return attempt_id;
}

async function assertWhole(page: Page, name: string): Promise<void> {
  for (const table of await page.getByText("As a table").all()) await table.click();
  assert.deepEqual(await findViolations(page), [], name);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${name} is ${beyond} px wider than the window`);
}

browserTest(
  "[RV75] [RV76] [RV77] the overview draws flags by question and lost connections, and tells what people made of each signal's flags",
  async (browser, server) => {
    const { examId } = await server.publish({ ...SAT_EXAM, policy: { flag_at: 5 } });
    const { attempts, stores, now } = server.services;
    const first = await sitFlagged(server, "Ada", 3);
    const { page, complaints } = await watchedPage(browser, server.url);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.goto(`/exams/${examId}/overview`);
    await page.getByText("Lost connections: 1, in 1 of 1 attempts.").waitFor();
    await page.getByText("From 5 flags on, they are drawn by minute and by question.").waitFor();
    assert.equal(await page.getByRole("img", { name: /lost connections;|whose question/ }).count(), 0);
    await assertWhole(page, "an overview of one");

    for (const [index, name] of ["Bo", "Cy", "Di", "Ed"].entries()) await sitFlagged(server, name, 3 + 2 * index);
    const [flag] = await stores.flags.list(examId, first);
    await decideFlag(await attempts.open(first), stores.flags, {
      flagId: flag.flag_id,
      state: "confirmed",
      by: "bea",
      now: now(),
    });
    await page.reload();
    const byQuestion = "5 flags whose question is known; most of them at question 1: 5.";
    await page.getByRole("img", { name: byQuestion }).waitFor();
    await page.getByRole("img", { name: "5 lost connections; most of them in minute 3: 2." }).waitFor();
    await page.locator("canvas").nth(3).waitFor();
    await assertWhole(page, "an overview of flags");
    const row = async (table: string, first: string) =>
      await page.getByRole("region", { name: table, exact: true }).getByRole("row", { name: first }).first()
        .getByRole("cell").allTextContents();
    assert.deepEqual(await row("At which question moments were flagged", "1 5"), ["1", "5", "5", "1"]);
    assert.deepEqual(await row("When connections were lost", "minute 3"), ["minute 3", "2", "2"]);
    const bySignal = page.locator("table").filter({ hasText: "Confirmed of the decided" }).last();
    assert.deepEqual(
      await bySignal.getByRole("row", { name: "Text from outside" }).getByRole("cell").allTextContents(),
      ["Text from outside", "5", "1", "0", "4", "too few"],
    );

    const narrow = await watchedPage(browser, server.url, LOOKS.at(-1));
    await signInOn(narrow.page, "admin", ADMIN_PASSWORD);
    await narrow.page.goto(`/exams/${examId}/overview`);
    await narrow.page.getByRole("img", { name: byQuestion }).waitFor();
    await narrow.page.evaluate(() => document.documentElement.dir = "rtl");
    await assertWhole(narrow.page, "a narrow, dark overview from right to left");
    assert.deepEqual([...complaints, ...narrow.complaints], []);
  },
);
