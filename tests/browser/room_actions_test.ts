import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { inviteProctor } from "../support/invite_proctor.ts";
import { onStage, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD, type RunningServer } from "../support/running_server.ts";
import { joinExam, newStudentPage, untilSaved } from "../support/student_page.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

const EXAM = {
  code: "ROOMS",
  title: "Optics",
  duration_minutes: 90,
  questions: [{ id: "q1", type: "essay", text: "Why is the sky blue?" }],
};

/** A student's drawer on a proctor's page. */
async function drawerOf(page: Page, name: string): Promise<Locator> {
  await page.locator("[data-attempt]").filter({ hasText: name }).locator("[data-row-button]").click();
  const drawer = page.getByRole("complementary", { name });
  await drawer.waitFor();
  return drawer;
}

/** Does something to the student of a drawer, and answers what its dialog asks for. */
async function act(page: Page, drawer: Locator, label: string, say?: string): Promise<void> {
  await drawer.getByRole("group", { name: "Actions" }).getByRole("button", { name: label, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (say !== undefined) await dialog.getByRole("textbox").fill(say);
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
}

/** Minutes on a student's clock. */
const minutesLeft = async (page: Page) => {
  const text = await page.getByRole("timer").innerText();
  const [, hours = "0", minutes = "0"] = /(?:(\d+) h(?:ours?)? ?)?(?:(\d+) min)?/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
};

/** What the record says was done to an attempt, in its order. */
async function doneTo(server: RunningServer, examId: string, attemptId: string): Promise<string[]> {
  const token = await server.signIn();
  const path = `/api/exams/${examId}/attempts/${attemptId}`;
  const detail: { actions: { kind: string }[] } = await server.call("GET", path, { token });
  return detail.actions.map(({ kind }) => kind);
}

Deno.test(
  "[DK80] every action reaches its student's page, the record and the other proctor; also one who was away, once they are back",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const { exam_id: examId } = await server.call("POST", "/api/exams", { token: await server.signIn(), body: EXAM });
      const maria = await inviteProctor(server, examId, "maria");
      const mine = await watchedPage(browser, server.origin);
      const hers = await watchedPage(browser, server.origin, { width: 1440, scheme: "dark" });
      await signInOn(mine.page, "admin", ADMIN_PASSWORD);
      await signInOn(hers.page, "maria", maria);
      const ada = await newStudentPage(await browser.newContext());
      const grace = await newStudentPage(await browser.newContext());
      const kay = await newStudentPage(await browser.newContext());
      await joinExam(ada.page, server.origin, "Ada Lovelace", EXAM.code);
      await joinExam(grace.page, server.origin, "Grace Hopper", EXAM.code);
      await joinExam(kay.page, server.origin, "Katherine Johnson", EXAM.code);
      for (const { page } of [mine, hers]) {
        await page.goto(`/exams/${examId}/room`);
        await page.locator("[data-attempt]").nth(2).waitFor();
        await page.locator("html[data-ready]").waitFor();
      }

      // Ada is here: each word and each hold is on her page, and on the other proctor's.
      await ada.page.getByRole("textbox").fill("It is scattered");
      await untilSaved(ada.page);
      const my = await drawerOf(mine.page, "Ada Lovelace");
      const her = await drawerOf(hers.page, "Ada Lovelace");
      const read = ada.page.getByRole("button", { name: "I have read this" });
      await act(mine.page, my, "Message", "Ten minutes left.");
      await ada.page.getByText("Ten minutes left.").waitFor();
      await read.click();
      await her.locator("li", { hasText: "Ten minutes left." }).getByText(/^Read/).waitFor();
      await act(hers.page, her, "Pause", "The alarm is a test.");
      await ada.page.getByRole("heading", { name: "Your exam is paused" }).waitFor();
      await ada.page.getByText("The alarm is a test.").waitFor();
      await my.getByText("Paused", { exact: true }).first().waitFor();
      await my.getByRole("button", { name: "Resume", exact: true }).click();
      await ada.page.getByRole("heading", { name: "Question 1" }).waitFor();
      assert.equal(await ada.page.getByRole("textbox").inputValue(), "It is scattered");
      await act(mine.page, my, "Lock");
      await ada.page.getByRole("heading", { name: "Your exam is locked for now" }).waitFor();
      await her.getByRole("button", { name: "Release", exact: true }).click();
      await ada.page.getByRole("heading", { name: "Question 1" }).waitFor();
      const before = await minutesLeft(ada.page);
      await act(mine.page, my, "Extend");
      await until("ten minutes more stand on her clock", async () => {
        return Math.abs(await minutesLeft(ada.page) - before - 10) <= 1;
      });
      await act(mine.page, my, "Flag", "Talked to somebody");
      await her.getByText("Talked to somebody").waitFor();
      assert.ok(!(await ada.page.content()).includes("Talked to somebody"), "a flag is for staff");
      assert.deepEqual(await findViolations(mine.page), []);

      // Two act on one student in the same moment: it is done once, and one of them is told how it stands.
      const mineOfKay = await drawerOf(mine.page, "Katherine Johnson");
      const hersOfKay = await drawerOf(hers.page, "Katherine Johnson");
      await Promise.all([act(mine.page, mineOfKay, "Pause"), act(hers.page, hersOfKay, "Pause")]);
      await kay.page.getByRole("heading", { name: "Your exam is paused" }).waitFor();
      const told = (of: Locator) => of.getByRole("status").filter({ hasText: /paused/i }).last();
      await Promise.all([told(mineOfKay).waitFor(), told(hersOfKay).waitFor()]);
      const kayId = await mine.page.locator("[data-attempt]").filter({ hasText: "Katherine" }).getAttribute(
        "data-attempt",
      );
      assert.deepEqual((await doneTo(server, examId, kayId!)).filter((kind) => kind === "paused"), ["paused"]);
      await hersOfKay.getByRole("button", { name: "Resume", exact: true }).click();
      await kay.page.getByRole("heading", { name: "Question 1" }).waitFor();

      // Grace is away: what is done to her waits, and all of it is there when she is back.
      await grace.page.context().setOffline(true);
      const ofGrace = await drawerOf(mine.page, "Grace Hopper");
      await ofGrace.getByText(/not connected, seen/).waitFor();
      const early = await minutesLeft(grace.page);
      await act(mine.page, ofGrace, "Message", "We wait for you.");
      await act(mine.page, ofGrace, "Extend");
      await act(mine.page, ofGrace, "Pause");
      await ofGrace.getByText("Waits until the student is connected").first().waitFor();
      await grace.page.context().setOffline(false);
      await grace.page.getByRole("heading", { name: "Your exam is paused" }).waitFor();
      await ofGrace.getByRole("button", { name: "Resume", exact: true }).click();
      await grace.page.getByText("We wait for you.").waitFor();
      await grace.page.getByRole("button", { name: "I have read this" }).click();
      await until("her clock has the ten minutes, too", async () => await minutesLeft(grace.page) >= early + 8);

      // A crash of the server and a reload take nothing back.
      await act(hers.page, hersOfKay, "Lock");
      await kay.page.getByRole("heading", { name: "Your exam is locked for now" }).waitFor();
      await server.kill();
      await server.restart();
      await Promise.all([mine.page.reload(), kay.page.reload()]);
      await kay.page.getByRole("heading", { name: "Your exam is locked for now" }).waitFor();
      const again = await drawerOf(mine.page, "Katherine Johnson");
      await again.getByRole("button", { name: "Release", exact: true }).click();
      await kay.page.getByRole("heading", { name: "Question 1" }).waitFor();
      await act(mine.page, again, "End", "Left the hall");
      await kay.page.getByRole("heading", { name: "Your exam was ended by a proctor" }).waitFor();
      await again.getByText("This attempt is over: it can be flagged only.").waitFor();
      const holds = ["paused", "resumed", "locked", "released", "ended"];
      assert.deepEqual((await doneTo(server, examId, kayId!)).filter((kind) => holds.includes(kind)), holds);
      assert.deepEqual([...ada.problems, ...grace.problems, ...kay.problems], []);
    });
  },
);
