import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { ExamMarks } from "../../protocol/marks.ts";
import { SYSTEM } from "../../server/audit/audit_log.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { READ_EXAM, sitReadExam } from "../support/read_exam.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

async function assertFits(page: Page, name: string): Promise<void> {
  assert.deepEqual(await findViolations(page), [], name);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${name} is ${beyond} px wider than the window`);
}

browserTest(
  "[MK61] [MK62] [MK65] [MK66] answers are read as they were given, two mark them blind and agree where they differ",
  async (browser, server) => {
    const policy = { marking: { second_marker: true } };
    const { examId } = await server.publish({ ...READ_EXAM, policy });
    const base = `/api/exams/${examId}`;
    const [ada, bo] = [await sitReadExam(server, "Ada"), await sitReadExam(server, "Bo")];
    const { accounts } = server.services.auth;
    const { record } = await accounts.plan("bea", "instructor", "a-first-password-8");
    await accounts.ensure(SYSTEM, record, () => []);
    const mark = { question: "code", points: 5, comment: "Clear to me.", by: "bea" };
    for (const { attempt_id } of [ada, bo]) await server.services.calls.mark(attempt_id, mark, []);
    for (const look of LOOKS) {
      const { page, context, complaints } = await watchedPage(browser, server.url, look);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/marking?question=cloze&attempt=${ada.attempt_id}`);
      await page.locator("#marked-answer").getByText("[empty]").waitFor();
      await assertFits(page, "a text with gaps");
      await page.goto(`/exams/${examId}/marking?question=file&attempt=${ada.attempt_id}`);
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "Ada.pdf" }).click();
      assert.equal((await download).suggestedFilename(), "Ada.pdf");
      const attempt = look === LOOKS[0] ? ada : bo;
      await page.goto(`/exams/${examId}/marking?question=code&attempt=${attempt.attempt_id}`);
      assert.match(await page.locator("#marked-answer pre").innerText(), /^ {4}if n:\n {8}return/m);
      await page.locator("math").first().waitFor();
      await page.getByText("Neither sees the other's mark until both are in.").waitFor();
      assert.ok(!(await page.locator("body").innerText()).includes("Clear to me."));
      await page.keyboard.press("1");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("The two marks differ.").waitFor();
      await page.getByText("Clear to me.").waitFor();
      await assertFits(page, "marks that differ");
      await page.getByLabel("Points that you agree on").fill("4");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("say why you agree on this mark").waitFor();
      await page.getByLabel("Why you agree on them").fill("It runs.");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("Agreed, by admin: 4 of 5").waitFor();
      await assertFits(page, "marks that are agreed on");
      assert.deepEqual(complaints, []);
      await context.close();
    }
    const { body } = await server.call("GET", `${base}/marks`, await server.signIn());
    const { attempts } = ExamMarks.parse(body);
    assert.deepEqual(attempts.map(({ marks }) => [marks.code.points, marks.code.comment]), [
      [4, "It runs."],
      [4, "It runs."],
    ]);
  },
);
