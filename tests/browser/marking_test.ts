import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { ExamMarks } from "../../protocol/marks.ts";
import { SYSTEM } from "../../server/audit/audit_log.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD, type LiveServer } from "../support/live_server.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

async function assertFits(page: Page, name: string): Promise<void> {
  assert.deepEqual(await findViolations(page), [], name);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${name} is ${beyond} px wider than the window`);
}

async function marksOf(server: LiveServer, examId: string) {
  const { body } = await server.call("GET", `/api/exams/${examId}/marks`, await server.signIn());
  return ExamMarks.parse(body).attempts.map(({ name, marks }) => [name, marks.q1.points, marks.q1.comment]);
}

browserTest(
  "[MK24] [MK25] essays are marked by keyboard alone, the place outlives a reload, and blank ones are marked at once",
  async (browser, server) => {
    const { examId } = await server.publish(SAT_EXAM);
    for (const name of ["Ada", "Bo", "Cy", "Di"]) {
      await sitExam(server, name, name === "Di" ? "" : `By ${name}.\n  Two.`);
    }
    const { page, complaints } = await watchedPage(browser, server.url);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.goto(`/exams/${examId}/marking`);
    const points = page.getByLabel("Points", { exact: true });
    await points.waitFor();
    const isShown = (name: string) => page.getByRole("heading", { name, exact: true }).waitFor();
    await isShown("Ada");
    await page.getByText("One point for each.").waitFor();
    await page.getByText("0 of 4 marked", { exact: true }).waitFor();

    await page.keyboard.type("3.5");
    await page.keyboard.press("c");
    await page.keyboard.type("Nice, and clear.");
    // What is not saved yet outlives the page.
    await page.reload();
    await isShown("Ada");
    assert.equal(await points.inputValue(), "3.5");
    assert.equal(await page.getByLabel("Comment").inputValue(), "Nice, and clear.");
    await page.keyboard.press("Enter");
    await isShown("Bo");
    await page.getByText("1 of 4 marked", { exact: true }).waitFor();
    assert.match(page.url(), /question=q1&attempt=/);

    await page.keyboard.type("9");
    await page.keyboard.press("Enter");
    await page.getByText("Points must be a number from 0 to 5.").waitFor();
    await points.fill("");
    await page.keyboard.press("n");
    await isShown("Cy");
    await page.keyboard.press("p");
    await isShown("Bo");
    // Bo is marked by somebody else meanwhile: shown, and put aside only by who has seen it.
    await page.keyboard.type("1");
    const bo = new URL(page.url()).searchParams.get("attempt");
    const { accounts } = server.services.auth;
    const { record } = await accounts.plan("bea", "instructor", "a-first-password-8");
    await accounts.ensure(SYSTEM, record, () => []);
    await server.services.calls.mark(bo ?? "", { question: "q1", points: 4, comment: "", by: "bea" }, []);
    await page.keyboard.press("Enter");
    await page.getByText("bea has marked this answer meanwhile: 4 of 5.").waitFor();
    await assertFits(page, "marking with a warning");
    await page.keyboard.press("Enter");
    await isShown("Cy");
    await page.keyboard.type("2");
    await page.keyboard.press("n");
    await isShown("Di");

    await page.getByRole("button", { name: "Mark 1 blank answer with 0" }).click();
    await assertFits(page, "marking with a question");
    await page.getByRole("button", { name: "Give 0 points" }).click();
    await page.getByText("4 of 4 marked", { exact: true }).waitFor();
    await page.getByText("Everything is marked.").waitFor();
    assert.deepEqual(await marksOf(server, examId), [
      ["Ada", 3.5, "Nice, and clear."],
      ["Bo", 1, undefined],
      ["Cy", 2, undefined],
      ["Di", 0, undefined],
    ]);
    await page.getByText("Earlier marks").click();
    assert.deepEqual(complaints, []);
  },
);

browserTest(
  "[MK21] [MK24] marking fits at both widths, by question and by student, and hides names",
  async (browser, server) => {
    const { examId } = await server.publish(SAT_EXAM);
    await sitExam(server, "Bartholomew Maximilian Featherstonehaugh-Cholmondeley the Younger", "x".repeat(300));
    await sitExam(server, "Bo", "Short.");
    for (const look of LOOKS) {
      const { page, context, complaints } = await watchedPage(browser, server.url, look);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/marking`);
      await page.getByLabel("Points", { exact: true }).waitFor();
      await assertFits(page, "by question");
      await page.getByLabel("By student").check();
      await page.getByText("1 of 2 marked", { exact: true }).waitFor();
      await assertFits(page, "by student");
      await page.getByLabel("Hide names").check();
      await page.getByRole("heading", { name: /^Student \d$/ }).waitFor();
      assert.ok(!(await page.locator("body").innerText()).includes("Bartholomew"));
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
);

browserTest("[MK24] [MK27] criteria are ticked by their digits, and their points add up", async (browser, server) => {
  const rubric = [{ id: "names", text: "Names two", points: 2 }, { id: "explains", text: "Explains one", points: 1.5 }];
  const [essay] = SAT_EXAM.questions;
  const { examId } = await server.publish({ ...SAT_EXAM, questions: [{ ...essay, rubric }] });
  for (const name of ["Ada", "Bo"]) await sitExam(server, name, `By ${name}.`);
  const { page, complaints } = await watchedPage(browser, server.url);
  await signInOn(page, "admin", ADMIN_PASSWORD);
  await page.goto(`/exams/${examId}/marking`);
  const points = page.getByLabel("Points", { exact: true });
  await points.waitFor();
  await page.keyboard.press("1");
  await page.keyboard.press("2");
  assert.equal(await points.inputValue(), "3.5");
  await assertFits(page, "marking by a rubric");
  await page.reload();
  await page.getByLabel("2. Explains one (1.5 points)").waitFor();
  assert.ok(await page.getByLabel("2. Explains one (1.5 points)").isChecked());
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Bo", exact: true }).waitFor();
  assert.deepEqual((await marksOf(server, examId)).map(([name, given]) => [name, given]), [["Ada", 2], ["Bo", null]]);
  assert.deepEqual(complaints, []);
});

browserTest(
  "[MK34] [MK35] [MK36] three students: marked, looked at, released, read and printed, to the mark",
  async (browser, server) => {
    const { examId } = await server.publish({ ...SAT_EXAM, roster: [{ name: "Dee Absent" }] });
    const base = `/api/exams/${examId}`;
    const token = await server.signIn();
    const students = await Promise.all(
      ["Ada", "Bo", "Cy"].map((name) => sitExam(server, name, `By ${name}.`, { chosen: name === "Ada" ? "a" : "b" })),
    );
    for (const [index, { attempt_id }] of students.entries()) {
      const body = { points: 4 - index, ...(index === 0 && { comment: "Clear." }) };
      await server.call("PUT", `${base}/attempts/${attempt_id}/marks/q1`, token, body);
    }
    await server.call("POST", `${base}/close`, token);
    for (const look of LOOKS) {
      const { page, context, complaints } = await watchedPage(browser, server.url, look);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/results`);
      const book = page.getByRole("region", { name: "Grade book" });
      await book.getByText("6 of 7").waitFor();
      await book.getByRole("button", { name: "Points" }).click();
      assert.match(await book.locator("tbody tr").first().innerText(), /Cy/);
      await page.getByLabel("Search for a name or number").fill("ad");
      assert.equal(await book.locator("tbody tr").count(), 1);
      await page.getByText("On the list, and not come: 1 student").click();
      await page.getByText("Dee Absent", { exact: true }).waitFor();
      await page.getByText("too few for this").first().waitFor();
      await page.getByText("3 students, from few to many points").waitFor();
      await page.getByText("As a table").first().click();
      await assertFits(page, "results");
      if (look === LOOKS[0]) {
        await page.getByText("Students cannot see their results.").waitFor();
        await page.getByLabel("Right answers").check();
        await page.getByRole("button", { name: "Preview" }).click();
        await page.getByRole("dialog").getByText("Paris").first().waitFor();
        await assertFits(page, "preview");
        await page.getByRole("button", { name: "Close" }).click();
        await page.getByRole("button", { name: "Release results" }).click();
        const asked = page.getByRole("dialog");
        for (const fact of ["3 students who handed in", "They see: Points, Their own answers"]) {
          await asked.getByText(fact).waitFor();
        }
        await assertFits(page, "asked before results are released");
        await asked.getByRole("button", { name: "Release now" }).click();
        await page.getByText("Released by admin").waitFor();
      }
      await page.goto(`/exams/${examId}/results/print`);
      await page.getByText("By Cy.").waitFor();
      await assertFits(page, "print");
      assert.deepEqual(complaints, []);
      await context.close();
    }
    for (const look of LOOKS) {
      const { page, context, complaints } = await watchedPage(browser, server.url, look);
      await page.goto("/result");
      await page.getByLabel("Personal link").waitFor();
      await assertFits(page, "result without an exam");
      const [{ attempt_id: attemptId, session_token }] = students;
      const joined = { attemptId, token: session_token, name: "Ada", exam: "Marks", code: "MARKS" };
      await page.evaluate(([key, value]) => sessionStorage.setItem(key, value), [
        `attempt:${attemptId}`,
        JSON.stringify(joined),
      ]);
      await page.reload();
      await page.getByText("6 of 7").waitFor();
      for (const text of ["4 of 5", "2 of 2", "By Ada.", "Clear.", "Paris"]) {
        await page.getByText(text).first().waitFor();
      }
      await assertFits(page, "result");
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
);
