import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

browserTest(
  "[MK20] [MK61] a question that was taken out is marked on the page, and one reworded is read as it was",
  async (browser, server) => {
    const { examId } = await server.publish(SAT_EXAM);
    await sitExam(server, "Ada", "Two causes.", { chosen: "a" });
    const document = { ...SAT_EXAM, questions: [{ ...SAT_EXAM.questions[1], text: "Where is it?", points: 4 }] };
    const token = await server.signIn();
    assert.equal((await server.call("PUT", `/api/exams/${examId}`, token, { revision: 1, document })).status, 200);
    const { page, complaints } = await watchedPage(browser, server.url);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.goto(`/exams/${examId}/marking`);
    const points = page.getByLabel("Points", { exact: true });
    await page.getByText("Two causes.", { exact: true }).waitFor();
    await points.fill("3");
    await page.keyboard.press("Enter");
    await page.getByText("1 of 1 marked", { exact: true }).first().waitFor();
    await page.goto(`/exams/${examId}/marking?question=q2`);
    await page.getByText("The exam has another wording now.").waitFor();
    await page.getByText("Where does it stand?", { exact: true }).waitFor();
    assert.deepEqual(await findViolations(page), []);
    const shots = Deno.env.get("SHOTS");
    if (shots) await page.screenshot({ path: `${shots}/a.png` });
    await page.goto(`/exams/${examId}/results`);
    await page.getByRole("row", { name: /Ada/ }).getByText("of 9", { exact: true }).waitFor();
    assert.deepEqual(complaints, []);
  },
);
