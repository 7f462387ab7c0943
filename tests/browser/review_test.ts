import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { SYSTEM } from "../../server/audit/audit_log.ts";
import { raiseFlag } from "../../server/review/flags.ts";
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

/** An exam with three attempts that are over and one under way; Ada's has a flag and a statement. */
async function reviewed(server: LiveServer) {
  const { examId } = await server.publish({ ...SAT_EXAM, policy: { review: { second_person: true } } });
  const [ada, bo] = [await sitExam(server, "Ada", "By Ada."), await sitExam(server, "Bo", "By Bo.")];
  await sitExam(server, "Cy", "By Cy.");
  await sitExam(server, "Di", "By Di.", { isOver: false });
  const { services } = server;
  const attempt = await services.attempts.open(ada.attempt_id);
  const flag = { t: 100, at: services.now(), by: "bea", note: "A whole sentence at once." };
  await raiseFlag(attempt, services.stores.flags, flag);
  await server.call("POST", "/api/attempt/statement", ada.session_token, { text: "I dictated it.", t: 100 });
  for (const name of ["bea", "carl"]) {
    const { record } = await services.auth.accounts.plan(name, "instructor", ADMIN_PASSWORD);
    const staffId = await services.auth.accounts.ensure(SYSTEM, { ...record, mustChangePassword: false }, () => []);
    await services.stores.commit(services.stores.assignments.insert(staffId, examId));
  }
  return { examId, ada, bo };
}

browserTest(
  "[RV11] [RV12] from the queue by keys to a verdict on chosen evidence, and to a second person who confirms it",
  async (browser, server) => {
    const { examId, ada } = await reviewed(server);
    const one = await watchedPage(browser, server.url);
    await signInOn(one.page, "bea", ADMIN_PASSWORD);
    await one.page.goto(`/exams/${examId}/review`);
    await one.page.getByText("0 of 3 reviewed").waitFor();
    await one.page.getByText("1 attempt still under way").waitFor();
    await assertFits(one.page, "the queue");
    await one.page.getByRole("button", { name: "Review the attempt of Bo yourself" }).click();
    await one.page.getByRole("heading", { name: "Bo", exact: true }).waitFor();
    await one.page.getByText("Reviewer: you").waitFor();
    assert.equal(await one.page.getByRole("radio", { name: /^Not reviewed/ }).count(), 0, "nothing to take back");
    await one.page.getByRole("button", { name: "Give back" }).click();
    await one.page.getByText("Nobody reviews this so far.").waitFor();
    await one.page.getByRole("button", { name: "Review it" }).click();
    await one.page.getByText("Reviewer: you").waitFor();
    await one.page.getByRole("link", { name: "All attempts" }).click();
    await one.page.getByRole("button", { name: "To review (2)" }).click();
    await one.page.getByRole("button", { name: "In progress (1)" }).waitFor();
    await one.page.getByRole("button", { name: "To review (2)" }).waitFor();
    await one.page.keyboard.press("/");
    await one.page.keyboard.type("ad");
    await one.page.keyboard.press("Enter");
    await one.page.keyboard.press("Enter");
    await one.page.getByRole("heading", { name: "Ada" }).waitFor();
    await one.page.getByText("I dictated it.").waitFor();
    await assertFits(one.page, "an attempt's review");
    await one.page.getByRole("radio", { name: /^Violation/ }).check();
    await one.page.getByRole("button", { name: "Give verdict" }).click();
    const reasons = one.page.getByRole("group", { name: "What it rests on" });
    await reasons.getByText("Choose what this verdict rests on, or write a note.").waitFor();
    assert.ok(await reasons.evaluate((group) => group.contains(document.activeElement)), "where it is mended");
    await assertFits(one.page, "a verdict that rests on nothing");
    await one.page.getByRole("checkbox", { name: "0:00 A whole sentence at once." }).check();
    await one.page.getByLabel("Note").fill("Ask about it.");
    await one.page.getByRole("button", { name: "Give verdict" }).click();
    await one.page.getByText("Your violation waits for another person.").waitFor();
    await assertFits(one.page, "a violation that waits");

    const two = await watchedPage(browser, server.url, LOOKS.at(-1));
    await signInOn(two.page, "carl", ADMIN_PASSWORD);
    await two.page.goto(`/exams/${examId}/review?state=second`);
    await two.page.getByText("Violation, by bea: waits").waitFor();
    await assertFits(two.page, "the queue of who confirms");
    await two.page.getByRole("link", { name: "Ada" }).click();
    await two.page.getByRole("button", { name: "Confirm with the same reasons" }).click();
    assert.ok(await two.page.getByRole("checkbox", { name: "0:00 A whole sentence at once." }).isChecked());
    // Meanwhile bea takes it back: carl is told, and has confirmed nothing.
    await one.page.getByRole("radio", { name: /^Satisfactory/ }).check();
    await one.page.getByRole("button", { name: "Give verdict" }).click();
    await one.page.getByText("Counts: Satisfactory").waitFor();
    await two.page.getByRole("button", { name: "Give verdict" }).click();
    await two.page.getByText("bea has decided on this attempt since").waitFor();
    await two.page.getByText("Counts: Satisfactory").waitFor();
    await two.page.getByRole("button", { name: "Give verdict" }).click();
    await two.page.getByText("Your violation waits for another person.").waitFor();
    await one.page.reload();
    await one.page.getByRole("button", { name: "Confirm with the same reasons" }).click();
    await one.page.getByRole("button", { name: "Give verdict" }).click();
    await one.page.getByText("Counts: Violation").waitFor();
    await assertFits(one.page, "a verdict that counts");
    await one.page.getByRole("link", { name: "Next to review" }).click();
    await one.page.getByRole("heading", { name: /^(Bo|Cy)$/ }).waitFor();
    const { verdicts } = (await server.services.attempts.view(ada.attempt_id)).folded;
    assert.deepEqual(verdicts.map(({ by, verdict }) => `${by} ${verdict}`), [
      "bea violation",
      "bea satisfactory",
      "carl violation",
      "bea violation",
    ]);
    await one.page.goto(`/exams/${examId}/results`);
    await one.page.getByRole("cell", { name: "Violation" }).waitFor();
    assert.deepEqual([...one.complaints, ...two.complaints], []);
  },
);
