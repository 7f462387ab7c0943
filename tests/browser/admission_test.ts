import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { openEditor, untilStatus } from "../support/author_page.ts";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { productTest } from "../support/in_browser.ts";
import { onStage, stateFilter, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD, type RunningServer } from "../support/running_server.ts";
import { attemptOf, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

const EXAM = {
  code: "ADMIT",
  title: "Optics",
  instructions: "Read each question twice.",
  duration_minutes: 60,
  questions: [{ id: "q1", type: "essay", text: "Why is the sky blue?" }],
  policy: { admission: "proctor" },
};

/** Joins as a student does who then waits. */
async function joinToWait(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/join/ADMIT`);
  await page.waitForSelector("html[data-ready]");
  await page.getByText("A proctor lets you in", { exact: true }).waitFor();
  await page.getByLabel("Your full name").fill(name);
  await page.getByLabel("I have read what is captured").check();
  await page.getByRole("button", { name: "Agree and join" }).click();
  await page.getByRole("heading", { name: "Please wait to be let in" }).waitFor();
}

async function publish(server: RunningServer, fields: object = {}): Promise<string> {
  const token = await server.signIn();
  return (await server.call("POST", "/api/exams", { token, body: { ...EXAM, ...fields } })).exam_id;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

Deno.test(
  "[EX50] [EX52] [EX53] students wait, are let in from row, bar and drawer, and write on the page that opens by itself",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const examId = await publish(server);
      const { page: proctor, complaints } = await watchedPage(browser, server.origin);
      await signInOn(proctor, "admin", ADMIN_PASSWORD);
      await proctor.goto(`/exams/${examId}/room`);

      const ada = await newStudentPage(await browser.newContext());
      await joinToWait(ada.page, server.origin, "Ada Lovelace");
      assert.equal(await focused(ada.page), "Please wait to be let in");
      await ada.page.getByText("Read each question twice.").waitFor();
      assert.deepEqual(await findViolations(ada.page), []);
      await ada.page.reload();
      await ada.page.getByRole("heading", { name: "Please wait to be let in" }).waitFor();
      assert.ok(!(await ada.page.content()).includes("Why is the sky blue?"));

      const bo = await newStudentPage(await browser.newContext());
      await joinToWait(bo.page, server.origin, "Bo");
      await server.call("POST", "/start_exam", { body: { code: "ADMIT", student: { name: "Cy Away" } } });

      await proctor.getByText("3 students wait to be let in.").waitFor();
      await proctor.getByText("1 of them is not connected.").waitFor();
      await proctor.getByRole("button", { name: "Show who waits" }).click();
      assert.equal(await stateFilter(proctor, "Waiting").getAttribute("aria-pressed"), "true");
      await proctor.getByRole("button", { name: "Admit Ada Lovelace" }).waitFor();
      assert.deepEqual(await findViolations(proctor), []);

      await proctor.getByRole("button", { name: "Admit Ada Lovelace" }).click();
      await proctor.getByText("1 student let in.").waitFor();
      await ada.page.getByRole("heading", { name: "Question 1" }).waitFor();
      await until("the question has the focus", async () => /^Question 1/.test(await focused(ada.page) ?? ""));
      await ada.page.getByRole("textbox").fill("Rayleigh.");
      await untilSaved(ada.page);
      assert.deepEqual(await findViolations(ada.page), []);

      await proctor.getByRole("button", { name: "Admit all who wait (1)" }).click();
      await bo.page.getByRole("heading", { name: "Question 1" }).waitFor();
      await proctor.getByText("1 student waits to be let in.").waitFor();
      await proctor.getByRole("button", { name: "Cy Away", exact: true }).click();
      const drawer = proctor.getByRole("complementary", { name: "Cy Away" });
      assert.deepEqual(await findViolations(proctor), []);
      await drawer.getByRole("button", { name: "Admit", exact: true }).click();
      await drawer.getByText("Let in. The time runs from now on.").waitFor();
      await drawer.getByText("Let in by admin").waitFor();

      await ada.page.reload();
      await ada.page.getByRole("heading", { name: "Question 1" }).waitFor();
      assert.equal(await ada.page.getByRole("textbox").inputValue(), "Rayleigh.");
      assert.deepEqual([complaints, ada.problems, bo.problems], [[], [], []]);
    });
  },
);

Deno.test("[EX52] who has lost the network while waiting is let in when it is back", BROWSER_TEST, async () => {
  await onStage(async ({ server, browser }) => {
    const examId = await publish(server);
    const context = await browser.newContext();
    const { page, problems } = await newStudentPage(context);
    await joinToWait(page, server.origin, "Ada");
    await context.setOffline(true);
    await page.getByText("Not connected at the moment.").waitFor({ timeout: 20_000 });
    const { page: proctor } = await watchedPage(browser, server.origin);
    await signInOn(proctor, "admin", ADMIN_PASSWORD);
    await proctor.goto(`/exams/${examId}/room`);
    await proctor.getByRole("button", { name: "Admit Ada" }).click();
    await proctor.getByText("1 student let in.").waitFor();
    await context.setOffline(false);
    await page.getByRole("heading", { name: "Question 1" }).waitFor({ timeout: 20_000 });
    assert.deepEqual(problems, []);
  });
});

Deno.test(
  "[EX54] where the exam closes first, the page says so, and opens once there is more time",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const examId = await publish(server, { closes_at: new Date(Date.now() + 12_000).toISOString() });
      const { page, problems } = await newStudentPage(await browser.newContext());
      await joinToWait(page, server.origin, "Ada");
      await page.getByText("You can be let in until").waitFor();
      await page.getByRole("heading", { name: "The exam has closed before you were let in" }).waitFor({
        timeout: 20_000,
      });
      assert.deepEqual(await findViolations(page), []);
      const { page: proctor } = await watchedPage(browser, server.origin);
      await signInOn(proctor, "admin", ADMIN_PASSWORD);
      await proctor.goto(`/exams/${examId}/room`);
      await proctor.getByRole("button", { name: "Ada", exact: true }).click();
      await proctor.getByRole("button", { name: "Reopen" }).click();
      await proctor.getByRole("dialog").getByRole("button", { name: "Reopen" }).click();
      await page.getByRole("heading", { name: "Question 1" }).waitFor({ timeout: 20_000 });
      assert.deepEqual(problems, []);
    });
  },
);

productTest(
  "[EX55] who lets students in is set in words, and the page before the exam says it",
  async (browser, server) => {
    const { page, complaints, saved } = await openEditor(browser, server, { questions: EXAM.questions });
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByLabel("When a proctor lets them in").check();
    assert.deepEqual(await findViolations(page), []);
    await untilStatus(page, /^Saved$/);
    assert.equal((await saved()).policy.admission, "proctor");
    await page.getByLabel("As soon as they have joined").check();
    await untilStatus(page, /^(Not saved yet|Saving…)$/);
    await untilStatus(page, /^Saved$/);
    assert.equal((await saved()).policy.admission, undefined);
    assert.deepEqual(complaints, []);
  },
);

Deno.test("[PB6] [PB5] who waits practises if they like: how is kept, what is not", BROWSER_TEST, async () => {
  await onStage(async ({ server, browser }) => {
    const examId = await publish(server);
    const token = await server.signIn();
    const { page, problems } = await newStudentPage(await browser.newContext());
    await joinToWait(page, server.origin, "Ada");
    const { attempt_id } = await attemptOf(server.origin, await tokenOf(page));
    const logOf = () => server.call("GET", `/api/exams/${examId}/attempts/${attempt_id}/log`, { token });
    await page.keyboard.type("Nothing is taken before it is asked for.");
    await page.getByRole("button", { name: "Start practising" }).press("Enter");
    const field = page.getByLabel("Describe the place where you sit your exam");
    assert.ok(await field.evaluate((element) => element === document.activeElement));
    assert.deepEqual(await findViolations(page), []);
    await page.keyboard.type("A quiet hall.", { delay: 20 });
    await page.getByRole("button", { name: "Stop practising" }).press("Enter");
    await until("it is in the log", async () => JSON.stringify(await logOf()).includes("practised"));
    const text = JSON.stringify(await logOf());
    assert.equal(text.match(/"keystroke_data"/g)?.length, 13, "and the keys outside of the field are not");
    assert.ok(!/answer_edit|quiet/.test(text), text);
    assert.ok(
      await page.getByRole("button", { name: "Start practising" }).evaluate((one) => one === document.activeElement),
    );
    assert.deepEqual(problems, []);
  });
});
