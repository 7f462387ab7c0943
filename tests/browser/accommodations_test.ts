import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { onStage, row, stateFilter, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { attemptOf, joinExam, newStudentPage, tokenOf } from "../support/student_page.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

Deno.test(
  "[AD6] [AD7] [AD8] [AD10] [AD11] a student declares, asks and gets a break and more time; the proctor grants both in the drawer",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const { page: proctor, complaints } = await watchedPage(browser, server.origin);
      await signInOn(proctor, "admin", ADMIN_PASSWORD);
      await proctor.goto(`/exams/${examId}/room`);

      const { page: student, problems } = await newStudentPage(await browser.newContext());
      await student.goto(`${server.origin}/join/DEMO`);
      await student.waitForSelector("html[data-ready]");
      await student.getByLabel("I dictate").check();
      assert.deepEqual(await findViolations(student), []);
      await student.getByLabel("Your full name").fill("Ada Lovelace");
      await student.getByLabel("I have read what is captured").check();
      await student.getByRole("button", { name: "Agree and start the exam" }).click();
      await student.getByText("You said that you use: dictation.").waitFor();
      const token = await tokenOf(student);
      const { attempt_id } = await attemptOf(server.origin, token);
      const inRoom = row(proctor, { attempt_id, session_token: token });
      await inRoom.getByText("Says they use dictation").waitFor({ state: "attached" });

      await student.getByRole("button", { name: "Ask a proctor" }).click();
      assert.deepEqual(await findViolations(student), []);
      const focused = () => student.evaluate(() => document.activeElement?.closest("label, button")?.textContent);
      assert.equal(await focused(), "A break");
      await student.getByLabel("In your words (optional)").fill("Five minutes");
      await student.getByRole("button", { name: "Ask", exact: true }).click();
      await student.getByText("Proctors were told.").waitFor();
      await until("the focus is back", async () => await focused() === "Ask a proctor");
      await proctor.getByText("Asks for a proctor: A break: Five minutes").waitFor();

      await proctor.getByRole("button", { name: "Ada Lovelace" }).first().click();
      const drawer = proctor.getByRole("complementary", { name: "Ada Lovelace" });
      await drawer.getByText("In the student's own word: uses dictation.").waitFor();
      assert.equal(await drawer.getByText("Too early").count(), await inRoom.getByText("Too early").count());
      await drawer.getByRole("button", { name: "Grant a break…" }).click();
      const dialog = proctor.getByRole("dialog");
      await dialog.getByLabel("Minutes").fill("0");
      await dialog.getByRole("button", { name: "Grant the break" }).click();
      await dialog.getByText("Enter minutes between 1 and 240").waitFor();
      assert.deepEqual(await findViolations(proctor), []);
      await dialog.getByLabel("Minutes").fill("6");
      await dialog.getByLabel("Reason (optional)").fill("Asked for it");
      await dialog.getByRole("button", { name: "Grant the break" }).click();
      await drawer.getByText("Granted a break of 6 min").waitFor();
      await drawer.getByText("Asked for it").waitFor();

      await student.getByRole("heading", { name: "You have a break" }).waitFor();
      assert.deepEqual(await findViolations(student), []);
      await student.reload();
      await student.getByRole("button", { name: "I am back: go on now" }).click();
      await student.getByRole("heading", { name: "Question 1" }).waitFor();

      await drawer.getByRole("button", { name: "Change…" }).click();
      await dialog.getByLabel("More time, in percent of the exam's").fill("25");
      await dialog.getByLabel("Screen reader").check();
      await dialog.getByLabel("Time away").check();
      assert.deepEqual(await findViolations(proctor), []);
      await dialog.getByRole("button", { name: "Allow from now on" }).click();
      await drawer.getByText("25 % more time").waitFor();
      await drawer.getByText("Not considered: Time away").waitFor();
      await student.getByText("Taken into account: 25 % more time, screen reader and other adjustments.").waitFor();
      await until("the row says so", async () => await inRoom.getByText("With accommodations").count() === 1);
      assert.ok(!(await student.locator("body").innerText()).includes("Asked for it"));
      assert.deepEqual([complaints, problems], [[], []]);
    });
  },
);

Deno.test("[AD11] a proctor sees which signals are not considered, and cannot change them", BROWSER_TEST, async () => {
  await onStage(async ({ server, browser }) => {
    const token = await server.signIn();
    const questions = [{ id: "q1", type: "essay", text: "Write." }];
    const staff = [{ username: "pat", password: "a-long-password-of-pat", role: "proctor" }];
    const fields = { code: "PAT", title: "Pat's", duration_minutes: 60, accommodations: { muted: ["takeover"] } };
    const { exam_id } = await server.call("POST", "/api/exams", { token, body: { ...fields, questions, staff } });
    const { page } = await watchedPage(browser, server.origin);
    await signInOn(page, "pat", "a-long-password-of-pat");
    await page.goto(`/exams/${exam_id}/room`);
    const student = await newStudentPage(await browser.newContext());
    await joinExam(student.page, server.origin, "Grace Hopper", "PAT");
    await page.getByRole("button", { name: "Grace Hopper" }).first().click();
    await page.getByRole("button", { name: "Change…" }).click();
    const dialog = page.getByRole("dialog");
    assert.ok(await dialog.getByLabel("Change of hand").isChecked());
    assert.ok(await dialog.getByLabel("Change of hand").isDisabled());
    await dialog.getByText("Only an instructor can change these.").waitFor();
    await dialog.getByLabel("Dictation").check();
    await dialog.getByRole("button", { name: "Allow from now on" }).click();
    await page.getByText("Changed, from now on.").waitFor();
  });
});

Deno.test(
  "[AD9] the join page says in the reader's zone when an exam opens, and so does what it refuses",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const token = await server.signIn();
      const questions = [{ id: "q1", type: "essay", text: "Write." }];
      const year = new Date().getFullYear() + 1;
      const fields = { code: "LATER", title: "Later", duration_minutes: 60, opens_at: `${year}-01-15T12:00:00Z` };
      await server.call("POST", "/api/exams", { token, body: { ...fields, questions } });
      const { page } = await newStudentPage(await browser.newContext({ timezoneId: "Asia/Tokyo" }));
      await page.goto(`${server.origin}/join/LATER`);
      await page.getByText(/This exam opens on .*15.*21:00|This exam opens on .*15.*9:00 PM/i).waitFor();
      await page.getByLabel("Your full name").fill("Ada");
      await page.getByLabel("I have read what is captured").check();
      await page.getByRole("button", { name: "Agree and start the exam" }).click();
      await page.getByRole("alert").getByText(/opens on .*(21:00|9:00).*Try again then/i).waitFor();
    });
  },
);

Deno.test(
  "[AD20] [AD21] [AD22] a student takes a break on the page, by keyboard, and the room shows it as one",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const token = await server.signIn();
      const questions = [{ id: "q1", type: "essay", text: "Write." }];
      const accommodations = { breaks: { minutes: 5, count: 2, by_student: true } };
      const fields = { code: "BREAKS", title: "Breaks", duration_minutes: 60, accommodations };
      const { exam_id } = await server.call("POST", "/api/exams", { token, body: { ...fields, questions } });
      const { page: proctor, complaints } = await watchedPage(browser, server.origin);
      await signInOn(proctor, "admin", ADMIN_PASSWORD);
      await proctor.goto(`/exams/${exam_id}/room`);
      const { page: student, problems } = await newStudentPage(await browser.newContext());
      await joinExam(student, server.origin, "Grace Hopper", "BREAKS");
      const take = student.getByRole("button", { name: "Take a break: 10 min left" });
      await take.focus();
      assert.deepEqual(await findViolations(student), []);
      await student.keyboard.press("Enter");
      await student.getByRole("heading", { name: "You have a break" }).waitFor();
      const focused = () => student.evaluate(() => document.activeElement?.textContent);
      assert.equal(await focused(), "You have a break");
      assert.ok(await student.getByRole("textbox").isHidden(), "the paper is covered");
      assert.deepEqual(await findViolations(student), []);
      await proctor.getByText(/^Break until /).first().waitFor();
      await stateFilter(proctor, "On a break").click();
      await proctor.getByRole("button", { name: "Grace Hopper" }).first().click();
      await proctor.getByText("Took a break of up to 5 min by the student").waitFor();
      await proctor.getByText("breaks without asking, 10 min in all", { exact: false }).waitFor();
      assert.deepEqual(await findViolations(proctor), []);
      await student.reload();
      await student.getByText("What you do not use of it stays for a later break.").waitFor();
      await student.getByRole("button", { name: "I am back: go on now" }).click();
      await student.getByRole("heading", { name: "Question 1" }).waitFor();
      await student.getByRole("button", { name: "Take a break: 9 min left" }).waitFor();
      await student.getByText("Your exam goes on", { exact: false }).first().waitFor({ state: "attached" });
      assert.deepEqual([complaints, problems], [[], []]);
    });
  },
);
