import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import type { LiveServer } from "../support/live_server.ts";
import { proctorSocket } from "../support/socket_client.ts";
import { eventually, handIn, joinExam, newStudentPage, untilSaved } from "../support/student_page.ts";

/** Begins an exam with a policy of what is shown, in which one paste from outside weighs heavily. */
async function sit(
  browser: Browser,
  server: LiveServer,
  show_risk: string,
  more: Record<string, unknown> = {},
) {
  const { examId } = await server.publish({
    code: "SHOWN",
    title: "An exam",
    duration_minutes: 60,
    policy: { show_risk, scoring: { weights: { external_text: 3 } }, ...more },
    questions: [{ id: "q1", type: "essay", text: "Write in your own words." }],
  });
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const { page, problems } = await newStudentPage(context);
  await joinExam(page, server.url, "Ada", "SHOWN");
  await page.getByLabel("Your answer").pressSequentially("Some words of my own. ", { delay: 10 });
  return { page, problems, examId };
}

async function paste(page: Page, n: number): Promise<void> {
  await page.evaluate((n) => navigator.clipboard.writeText(`A text from elsewhere, number ${n}. `.repeat(30)), n);
  await page.getByLabel("Your answer").focus();
  await page.keyboard.press("Control+v");
}

const panel = (page: Page) => page.getByRole("heading", { name: "How this session looks" });

browserTest(
  "[CA96] the page shows the numbers that the room shows, and reasons in the second person",
  async (browser, server) => {
    const { page, examId } = await sit(browser, server, "live", { at_hundred: "alert_only" });
    await paste(page, 0);
    await untilSaved(page);
    const reason = page.getByText(/, text came into your answers without being typed/);
    await reason.waitFor();
    const proctor = proctorSocket(server.url, await server.signIn(), examId);
    const { students: [{ risk }] } = await proctor.next("room");
    await page.getByText(`Risk ${Math.round(risk)} of 100`).waitFor();
    proctor.close();
  },
);

browserTest(
  "[CA95] with after the page shows nothing of the risk until the exam is over, then all of it",
  async (browser, server) => {
    const { page, problems } = await sit(browser, server, "after", { at_hundred: "alert_only" });
    await paste(page, 0);
    await untilSaved(page);
    await page.waitForTimeout(500);
    assert.equal(await panel(page).count(), 0);
    assert.doesNotMatch(await page.locator("body").innerText(), /\brisk\b|of 100/i);
    await page.getByRole("button", { name: "Review and submit" }).first().click();
    await handIn(page);
    await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
    await panel(page).waitFor();
    await page.getByText(/, text came into your answers without being typed/).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
    await panel(page).waitFor();
    assert.deepEqual(problems, []);
  },
);

browserTest("[CA95] with never the page shows nothing of the risk, whatever happens", async (browser, server) => {
  const { page, problems, examId } = await sit(browser, server, "never");
  const proctor = proctorSocket(server.url, await server.signIn(), examId);
  await proctor.next("room");
  const silent = async () => assert.doesNotMatch(await page.locator("body").innerText(), /\brisk\b|of 100/i);
  for (let n = 0; n < 2; n++) {
    await paste(page, n);
    await page.waitForTimeout(1_300);
  }
  const locked = page.getByRole("heading", { name: "Your exam is locked for now" });
  await locked.waitFor();
  await page.getByText("By this exam's rules it stays locked until a person has looked.").waitFor();
  await silent();
  const risk = () =>
    proctor.heard.flatMap((one) => one.type === "frame" ? one.students : []).findLast((one) => one.risk);
  await eventually(() => (risk()?.risk ?? 0) === 100, "the proctor sees the risk");
  await page.reload();
  await locked.waitFor();
  await silent();
  const { attempt_id } = risk()!;
  await proctor.say({ type: "release", id: "r", attempt_id });
  await proctor.next("done");
  await page.getByRole("button", { name: "Review and submit" }).first().click();
  await handIn(page);
  await silent();
  assert.deepEqual(problems, []);
  proctor.close();
});

browserTest(
  "[CA95] with never an end by the exam's rules is told as one, without a number",
  async (browser, server) => {
    const { page } = await sit(browser, server, "never", { at_hundred: "lock_and_submit" });
    for (let n = 0; n < 2; n++) {
      await paste(page, n);
      await page.waitForTimeout(1_300);
    }
    await page.getByRole("heading", { name: "Your exam was locked and submitted" }).waitFor();
    assert.doesNotMatch(await page.locator("main").innerText(), /\brisk\b|\b100\b/i);
  },
);

browserTest(
  "[RV48] a student puts a sentence to a reason while they write; staff read it beside its moment, and it changes no number",
  async (browser, server) => {
    const { page, problems, examId } = await sit(browser, server, "live", { at_hundred: "alert_only" });
    await paste(page, 0);
    await untilSaved(page);
    await page.getByText(/, text came into your answers without being typed/).waitFor();
    const attemptId = new URL(page.url()).searchParams.get("attempt");
    const path = `/api/exams/${examId}/attempts/${attemptId}`;
    const detail = async () => JSON.parse(JSON.stringify((await server.call("GET", path, await server.signIn())).body));
    const before = (await detail()).report.risk;
    const reason = page.getByRole("listitem").filter({ hasText: "Text came into your answers" });
    await reason.getByText("Say something to this").click();
    await reason.getByRole("button", { name: "Send" }).click();
    await reason.getByText("Write a sentence first.").waitFor();
    await reason.getByRole("textbox").fill("It is my own draft of last week.");
    assert.deepEqual(await findViolations(page), []);
    await reason.getByRole("textbox").press("Enter");
    await reason.getByText("Sent. Staff read it beside this.").waitFor();
    const { statements: [statement], reasons, report } = await detail();
    assert.equal(statement.text, "It is my own draft of last week.");
    assert.ok(reasons.some(({ to_t }: { to_t: number | null }) => to_t === statement.t), "at the reason's moment");
    assert.equal(report.risk, before);
    assert.deepEqual(problems, []);
  },
);

browserTest("[RV48] where the exam takes no statements, nobody is asked for a sentence", async (browser, server) => {
  const { page } = await sit(browser, server, "live", { at_hundred: "alert_only", review: { statements: false } });
  await paste(page, 0);
  await page.getByText(/, text came into your answers without being typed/).waitFor();
  assert.equal(await page.getByText("Say something to this").count(), 0);
});
