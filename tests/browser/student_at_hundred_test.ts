import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import type { AtHundred } from "../../protocol/exam.ts";
import { browserTest } from "../support/in_browser.ts";
import type { LiveServer } from "../support/live_server.ts";
import { proctorSocket } from "../support/socket_client.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

const OWN = "Some words of my own come first. ";

/** Begins an exam that weighs text from outside so heavily that two pastes come to 100. */
async function sitStrictExam(browser: Browser, server: LiveServer, at_hundred: AtHundred, redirect_to?: string) {
  const { examId } = await server.publish({
    code: "STRICT",
    title: "A strict exam",
    duration_minutes: 60,
    policy: { at_hundred, redirect_to, scoring: { weights: { external_text: 3 } } },
    questions: [{ id: "q1", type: "essay", text: "Write in your own words." }],
  });
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const { page, problems } = await newStudentPage(context);
  await joinExam(page, server.url, "Ada", "STRICT");
  await page.getByLabel("Your answer").pressSequentially(OWN, { delay: 20 });
  await untilSaved(page);
  return { page, problems, examId, token: await tokenOf(page) };
}

async function pasteFromOutside(page: Page, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    await page.evaluate((n) => navigator.clipboard.writeText(`A text from elsewhere, number ${n}. `.repeat(30)), n);
    await page.getByLabel("Your answer").focus();
    await page.keyboard.press("Control+v");
    await page.waitForTimeout(1_300);
  }
}

browserTest(
  "[CA60] at 100 with lock_and_submit the page locks, says why, and leads on; everything until then is kept",
  async (browser, server) => {
    const { page, problems, token } = await sitStrictExam(browser, server, "lock_and_submit", "/declined");
    await pasteFromOutside(page, 2);
    await page.getByRole("heading", { name: "Your exam was locked and submitted" }).waitFor();
    assert.equal(await page.getByLabel("Your answer").count(), 0);
    const { state, answers } = await attemptOf(server.url, token);
    assert.equal(state, "submitted");
    assert.match(String(answers.q1), /^Some words of my own.*number 0.*number 1/);
    await page.waitForURL("**/declined");
    await page.goto(`${server.url}/exam`);
    await page.getByRole("heading", { name: "Your exam" }).waitFor();
    assert.equal(await page.getByLabel("Your answer").count(), 0);
    assert.deepEqual(problems, []);
  },
);

browserTest(
  "[CA61] at 100 with lock_until_released the exam waits for a proctor, and goes on where it was with its time",
  async (browser, server) => {
    const { page, problems, examId, token } = await sitStrictExam(browser, server, "lock_until_released");
    const proctor = proctorSocket(server.url, await server.signIn(), examId);
    await proctor.next("room");
    const before = await attemptOf(server.url, token);
    await pasteFromOutside(page, 2);
    await page.getByRole("heading", { name: "Your exam is locked for now" }).waitFor();
    const why = page.getByText("Your risk has reached 100", { exact: false });
    await why.waitFor();
    await page.reload();
    await why.waitFor();
    const text = (await attemptOf(server.url, token)).answers.q1;
    await page.waitForTimeout(2_000);
    await proctor.say({ type: "release", id: "r1", attempt_id: before.attempt_id });
    const field = page.getByLabel("Your answer");
    await field.waitFor();
    assert.equal(await field.inputValue(), text);
    await field.focus();
    await page.keyboard.press("Control+End");
    await field.pressSequentially(" And on.");
    await untilSaved(page);
    const after = await attemptOf(server.url, token);
    assert.equal(after.answers.q1, `${text} And on.`);
    assert.ok(after.deadline >= before.deadline + 2_000, "the locked time is given back");
    proctor.close();
    assert.deepEqual(problems, []);
  },
);

browserTest(
  "[CA62] at 100 with alert_only the exam goes on, and the student sees the risk with its reason",
  async (browser, server) => {
    const { page, problems, token } = await sitStrictExam(browser, server, "alert_only");
    await pasteFromOutside(page, 2);
    await page.getByText("Risk 100 of 100").waitFor();
    await page.getByText("A proctor may take a closer look", { exact: false }).waitFor();
    await page.getByLabel("Your answer").focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("The exam goes on.");
    await untilSaved(page);
    await eventually(
      async () => String((await attemptOf(server.url, token)).answers.q1).endsWith("The exam goes on."),
      "what comes after counts as well",
    );
    await page.getByRole("button", { name: "Hide how this session looks" }).click();
    assert.equal(await page.getByText("Risk 100 of 100").count(), 0);
    assert.deepEqual(problems, []);
  },
);
