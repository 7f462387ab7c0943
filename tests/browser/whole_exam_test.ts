import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Browser, Page } from "playwright-core";
import { ExamMarks, ExamStatistics } from "../../protocol/marks.ts";
import { SYSTEM } from "../../server/audit/audit_log.ts";
import { addQuestion, untilStatus } from "../support/author_page.ts";
import { browserTest } from "../support/in_browser.ts";
import type { LiveServer } from "../support/live_server.ts";
import { bytesOf, DRAWING } from "../support/pictures.ts";
import { attemptOf, handIn, tokenOf, untilSaved } from "../support/student_page.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";
import { ALT, GIFT, MAX, ROSTER, type Student, STUDENTS, sum } from "../support/whole_exam.ts";

browserTest(
  "[WR40] [WR42] from an empty server to results that students read: imported, illustrated, sat by three, marked, a key put right",
  async (browser, server) => {
    const { accounts } = server.services.auth;
    const { record } = await accounts.plan("bea", "instructor", "a-first-password-8");
    await accounts.ensure(SYSTEM, record, () => []);
    const { page, complaints } = await watchedPage(browser, server.url);
    page.setDefaultTimeout(15_000);
    await signInOn(page, "bea", "a-first-password-8");
    const examId = await write(page);
    const links = await letIn(page);
    await publish(page);

    const sat = await Promise.all(STUDENTS.map((student, index) => sit(browser, server, student, links[index])));
    await mark(page);
    assert.deepEqual(await figuresOf(server, examId), STUDENTS.map(({ before }) => before));
    await putKeyRight(page);
    assert.deepEqual(await figuresOf(server, examId), STUDENTS.map(({ after }) => after));
    await close(page);
    await assertResults(page, server, examId);
    for (const [index, student] of STUDENTS.entries()) await assertRead(sat[index].page, student);
    assert.deepEqual([complaints, ...sat.map((one) => one.complaints())], [[], [], [], []]);
  },
  { INVIGIL_DEMO: "off" },
);

const tab = (page: Page, name: string) => page.getByRole("navigation").getByRole("link", { name, exact: true }).click();

/** Makes the exam: its questions from a file, an essay with a picture, points; then its address is known. */
async function write(page: Page): Promise<string> {
  await page.locator("html[data-ready]").waitFor();
  await page.getByRole("button", { name: "New exam" }).click();
  await page.getByLabel("What is it called?").fill("Cells");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/edit");
  await page.locator("html[data-ready]").waitFor();
  const examId = new URL(page.url()).pathname.split("/")[2];

  await page.getByRole("button", { name: "Import questions" }).click();
  await page.getByLabel("Choose a file").setInputFiles({
    name: "cells.gift",
    mimeType: "text/plain",
    buffer: Buffer.from(GIFT),
  });
  await page.getByRole("button", { name: "Take 4 questions" }).click();
  await page.locator("[data-question]").nth(3).waitFor();
  await page.getByRole("button", { name: /^Edit question 1/ }).click();
  await page.getByLabel("Points", { exact: true }).fill("2");
  await untilStatus(page, /^Saved$/);

  await addQuestion(page, "Essay");
  await page.keyboard.insertText("What do you *see*?\n\n");
  await page.getByRole("button", { name: "Add a picture" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Picture", { exact: true }).setInputFiles({
    name: "drawing.svg",
    mimeType: "image/svg+xml",
    buffer: Buffer.from(bytesOf(DRAWING)),
  });
  await dialog.getByLabel("What does it show?").fill(ALT);
  await dialog.getByRole("button", { name: "Add the picture" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByLabel("Points", { exact: true }).fill("5");
  await page.getByText("5 questions, 10 points").waitFor();
  await untilStatus(page, /^Saved$/);
  return examId;
}

/** Brings the roster; the personal links of its students, in its order. */
async function letIn(page: Page): Promise<string[]> {
  await tab(page, "People");
  await page.getByRole("button", { name: "Bring a list" }).click();
  await page.getByLabel("List", { exact: true }).fill(ROSTER);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.getByText("3 new, 0 changed, 0 as they are").waitFor();
  // Nobody else is to come in, and that is what stands there.
  assert.ok(await page.getByLabel("Only those on this list").isChecked());
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByText("3 personal links made").waitFor();
  await page.getByText("Only those on this list can sit the exam").waitFor();
  const made = page.getByRole("region", { name: "3 personal links made" });
  const linkOf = ({ name }: Student) => made.getByRole("row").filter({ hasText: name }).locator("code").innerText();
  const links = await Promise.all(STUDENTS.map(linkOf));
  await made.getByRole("button", { name: "Save as CSV" }).click();
  return links;
}

async function publish(page: Page): Promise<void> {
  await tab(page, "Exam");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByText("5 questions, 10 points").last().waitFor();
  await page.getByRole("button", { name: "Publish now" }).click();
  await page.getByText("Only those on the list can join, each by a personal link.").waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Personal links");
  await page.getByRole("button", { name: "Stay here" }).click();
}

/** A student comes by their link, answers everything, one of them without a network for a while, and hands in. */
async function sit(browser: Browser, server: LiveServer, student: Student, link: string) {
  const { page, context, complaints } = await watchedPage(browser, server.url, student.look);
  page.setDefaultTimeout(15_000);
  await page.goto(link);
  await page.getByText(`You are ${student.name}`).waitFor();
  await page.getByLabel("I have read what is captured").check();
  await page.getByRole("button", { name: "Agree and start the exam" }).click();
  await page.getByRole("heading", { name: "Question 1" }).waitFor();
  const token = await tokenOf(page);
  const { started_at, deadline } = await attemptOf(server.url, token);
  assert.equal((deadline - started_at) / 60_000, student.minutes, `minutes of ${student.name}`);

  const [choice, statement, number, text, essay] = student.answers;
  const next = () => page.getByRole("button", { name: "Next question" }).click();
  const field = page.getByLabel("Your answer");
  await page.getByLabel(choice).check();
  if (student.isAway) {
    await untilSaved(page);
    await context.setOffline(true);
    await page.getByText("Not connected").first().waitFor();
  }
  await next();
  await page.getByLabel(statement, { exact: true }).check();
  for (const [place, answer] of [number, text, essay].entries()) {
    await next();
    await page.getByRole("heading", { name: `Question ${place + 3}` }).waitFor();
    if (answer !== "") await field.pressSequentially(answer);
  }
  const picture = page.getByRole("img", { name: ALT });
  if (student.isAway) {
    assert.deepEqual(Object.keys((await attemptOf(server.url, token)).answers), ["ATP"], "nothing came meanwhile");
    await context.setOffline(false);
  } else await picture.evaluate((image: HTMLImageElement) => image.decode());
  await untilSaved(page);
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  assert.ok(fits, `the page of ${student.name} fits`);
  const review = page.getByRole("button", { name: /^Review/ }).and(page.locator(":visible"));
  await review.first().click();
  await handIn(page);
  await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
  // Without a network the browser notes each try.
  const isLostNetwork = (complaint: string) => student.isAway && complaint.includes("ERR_INTERNET_DISCONNECTED");
  return { page, complaints: () => complaints.filter((complaint) => !isLostNetwork(complaint)) };
}

/** Marks the essays by keyboard, in whatever order they come. */
async function mark(page: Page): Promise<void> {
  await tab(page, "Marking");
  const left = new Map(STUDENTS.map((student) => [student.name, student.essayPoints]));
  while (left.size > 0) {
    const heading = page.getByRole("heading", { name: new RegExp(`^(${[...left.keys()].join("|")})$`) });
    const name = await heading.innerText();
    await page.getByRole("img", { name: ALT }).waitFor();
    await page.keyboard.type(left.get(name) ?? "");
    await page.keyboard.press("c");
    await page.keyboard.type(`Read, ${name}.`);
    await page.keyboard.press("Control+Enter");
    left.delete(name);
    await page.getByText(`${STUDENTS.length - left.size} of 3 marked`, { exact: true }).waitFor();
  }
  await page.getByText("Everything is marked.").waitFor();
}

/** Corrects the first question's key in the published exam; the dialog names whom that meets. */
async function putKeyRight(page: Page): Promise<void> {
  await tab(page, "Exam");
  await page.getByRole("button", { name: /^Edit question 1/ }).click();
  await page.getByLabel("Answer B is right").check();
  await page.getByRole("button", { name: "Apply changes" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Ada Lovelace, question 1: 0 → 2").waitFor();
  await dialog.getByText("Bo Diddley, question 1: 2 → 0").waitFor();
  assert.equal(await dialog.getByText("Cy Twombly").count(), 0, "nothing changes for whom neither key is met");
  await dialog.getByRole("button", { name: "Apply changes" }).click();
  await untilStatus(page, "All changes are published");
}

async function close(page: Page): Promise<void> {
  await page.getByRole("button", { name: "What can be done with this exam" }).click();
  await page.getByRole("button", { name: "Close the exam" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close the exam" }).click();
  await page.getByText("Closed", { exact: true }).waitFor();
  // From there the pages lead on: what is to be marked, and then the results.
  await page.keyboard.press("Enter");
  await page.waitForURL("**/marking*");
  await page.getByRole("link", { name: "Look at the results and release them" }).click();
}

/** Points of each question by student, in the order of {@link STUDENTS}; each total is their sum. */
async function figuresOf(server: LiveServer, examId: string): Promise<(number | null)[][]> {
  const token = await server.signIn("bea", "a-first-password-8");
  const { max, attempts } = ExamMarks.parse((await server.call("GET", `/api/exams/${examId}/marks`, token)).body);
  assert.equal(max, 10);
  return STUDENTS.map(({ name }) => {
    const line = attempts.find((one) => one.name === name);
    assert.ok(line !== undefined, name);
    const marks = Object.values(line.marks);
    assert.deepEqual(marks.map((one) => one.max), MAX);
    assert.deepEqual([line.total, line.complete], [sum(marks.map((one) => one.points ?? NaN)), true]);
    return marks.map((one) => one.points);
  });
}

/** Grade book, CSV and statistics, to the mark; then everything is released. */
async function assertResults(page: Page, server: LiveServer, examId: string): Promise<void> {
  const book = page.getByRole("region", { name: "Grade book" });
  for (const { name, after } of STUDENTS) {
    const row = book.getByRole("row").filter({ hasText: name });
    await row.getByText("in full").waitFor();
    assert.equal(await row.getByRole("cell").nth(3).innerText(), `${sum(after)} of 10`);
  }
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const lines = (await Deno.readTextFile(await download.path())).trim().split(/\r?\n/);
  assert.equal(lines.length, 4);
  for (const { name, after } of STUDENTS) {
    const cells = lines.find((line) => line.includes(name))?.split(",") ?? [];
    assert.deepEqual(cells.slice(-5).map(Number), after, name);
    assert.ok(cells.includes(String(sum(after))), `total of ${name}`);
  }

  const token = await server.signIn("bea", "a-first-password-8");
  const { body } = await server.call("GET", `/api/exams/${examId}/statistics`, token);
  const { n, mean, sd, alpha, items } = ExamStatistics.parse(body);
  const near = (value: number | null, wanted: number) =>
    assert.ok(Math.abs((value ?? NaN) - wanted) < 1e-4, `${value}`);
  assert.equal(n, 3);
  // Totals 9.5, 5 and 1; variances of the questions 4/3, 1/3, 1/3, 1/3 and 37/12, of the totals 217/12.
  near(mean, 15.5 / 3);
  near(sd, Math.sqrt(217 / 12));
  near(alpha, 5 / 4 * (1 - 65 / 217));
  for (const [index, share] of [1 / 3, 2 / 3, 1 / 3, 2 / 3, 8.5 / 15].entries()) near(items[index].difficulty, share);
  assert.deepEqual(Object.values(items[0].choices ?? {}), [1, 1, 1]);
  await page.getByText("5.17 of 10", { exact: true }).waitFor();
  await page.getByText("4.25", { exact: true }).waitFor();

  await page.getByLabel("Right answers").check();
  await page.getByRole("button", { name: "Release results" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Release now" }).click();
  await page.getByText("Released by bea").waitFor();
  await page.goto("/exams");
  for (const name of ["Edit", "Open room of", "Marking of", "Results of"]) {
    assert.equal(await page.getByRole("link", { name: `${name} Cells` }).count(), 1, name);
  }
}

/** The student's own result, to the mark, with the comment and the right answer. */
async function assertRead(page: Page, { name, after, answers }: Student): Promise<void> {
  await page.getByRole("link", { name: "Your result" }).click();
  await page.getByText(`${sum(after)} of 10`, { exact: true }).waitFor();
  const text = await page.getByRole("main").innerText();
  for (const [index, points] of after.entries()) {
    assert.match(text, new RegExp(`Question ${index + 1}\\s+${points} of ${MAX[index]}`), name);
  }
  for (const wanted of [name, `Read, ${name}.`, answers[0], answers[4], "The mitochondrion"]) {
    assert.ok(text.includes(wanted), `${name} reads ${wanted}`);
  }
  await page.getByRole("img", { name: ALT }).evaluate((image: HTMLImageElement) => image.decode());
}
