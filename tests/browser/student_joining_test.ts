import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest } from "../support/in_browser.ts";
import type { LiveServer } from "../support/live_server.ts";
import {
  attemptOf,
  eventually,
  handIn,
  joinedIn,
  joinExam,
  newStudentPage,
  tokenOf,
  untilSaved,
} from "../support/student_page.ts";

const QUESTIONS = [{ id: "q1", type: "essay", text: "Write.", points: 1 }];

async function publish(server: LiveServer, code: string, fields: Record<string, unknown> = {}) {
  const document = { code, title: `Exam ${code}`, duration_minutes: 30, join: "open", questions: QUESTIONS, ...fields };
  return await server.publish(document);
}

/** Fills in who sits the exam and agrees, without waiting for what comes of it. */
async function agree(page: Page, label: string, value: string): Promise<void> {
  await page.waitForSelector("html[data-ready]");
  await page.getByLabel(label).fill(value);
  await page.getByLabel("I have read what is captured").check();
  await page.getByRole("button", { name: "Agree and start the exam" }).click();
}

browserTest("[CA72] two exams in one browser keep to themselves, each in its tab", async (browser, server) => {
  await publish(server, "EXAM-A");
  await publish(server, "EXAM-B");
  const context = await browser.newContext();
  const { page: first } = await newStudentPage(context);
  await joinExam(first, server.url, "Ada", "EXAM-A");
  await first.getByLabel("Your answer").pressSequentially("Written in A.");
  await untilSaved(first);
  const token = await tokenOf(first);
  const { page: second } = await newStudentPage(context);
  await joinExam(second, server.url, "Ada", "EXAM-B");
  await second.getByLabel("Your answer").pressSequentially("Written in B.");
  await untilSaved(second);
  assert.equal(await first.getByLabel("Your answer").inputValue(), "Written in A.", "the first tab goes on");
  await first.reload();
  await first.getByLabel("Your answer").waitFor();
  assert.equal(await first.getByLabel("Your answer").inputValue(), "Written in A.");
  assert.equal(await tokenOf(first), token);
  // An address without the attempt is still this tab's.
  await first.goto(`${server.url}/exam`);
  await first.getByLabel("Your answer").waitFor();
  assert.equal(await first.getByLabel("Your answer").inputValue(), "Written in A.");
});

browserTest(
  "[CA73] the join page offers the exam that is open by its student's name, opens nothing by itself, and knows the student",
  async (browser, server) => {
    await publish(server, "EXAM-A");
    const context = await browser.newContext();
    const { page } = await newStudentPage(context);
    await joinExam(page, server.url, "Ada Lovelace", "EXAM-A");
    await page.getByLabel("Your answer").pressSequentially("Mine.");
    await untilSaved(page);
    const token = await tokenOf(page);
    const address = page.url();
    await page.close();

    const { page: again } = await newStudentPage(context);
    // Whose exam a bare address means is nobody's guess.
    await again.goto(`${server.url}/exam`);
    await again.waitForURL("**/join");
    await again.getByRole("button", { name: "Go on as Ada Lovelace" }).waitFor();
    await again.goto(`${server.url}/join/EXAM-A`);
    const goOn = again.getByRole("button", { name: "Go on as Ada Lovelace" });
    const captured = again.getByRole("heading", { name: "In short" });
    assert.ok((await goOn.boundingBox())!.y < (await captured.boundingBox())!.y, "before all that was read already");
    await goOn.click();
    await again.getByLabel("Your answer").waitFor();
    assert.equal(await again.getByLabel("Your answer").inputValue(), "Mine.");
    assert.equal(again.url(), address);

    await again.goto(`${server.url}/join/EXAM-A`);
    await again.getByRole("button", { name: "Go on as Ada Lovelace" }).waitFor();
    await agree(again, "Your full name", "  ada  lovelace ");
    await again.getByLabel("Your answer").waitFor();
    assert.equal(await tokenOf(again), token, "the same student gets the same attempt");

    await again.goto(`${server.url}/join/EXAM-A`);
    await agree(again, "Your full name", "Grace Hopper");
    await again.getByLabel("Your answer").waitFor();
    assert.equal(await again.getByLabel("Your answer").inputValue(), "", "somebody else gets an own one");
    assert.equal((await joinedIn(again)).length, 2);
    await again.getByRole("button", { name: "Review and submit" }).first().click();
    await handIn(again);
    await again.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
    await again.goto(`${server.url}/join/EXAM-A`);
    await again.getByRole("button", { name: "Go on as Ada Lovelace" }).waitFor();
    assert.equal(
      await again.getByRole("button", { name: "Go on as Grace Hopper" }).count(),
      0,
      "what is over is not open",
    );
  },
);

browserTest(
  "[CA74] a join whose answer got lost opens at the second press, by personal token and where one place is left",
  async (browser, server) => {
    const { tokens } = await publish(server, "ROSTER", { join: "roster", roster: [{ name: "Ada" }] });
    await publish(server, "ONE-PLACE", { capacity: 1 });
    for (
      const [code, label, value] of [
        ["ROSTER", "Personal link", tokens[0]],
        ["ONE-PLACE", "Your full name", "Ada"],
      ]
    ) {
      const { page } = await newStudentPage(await browser.newContext());
      let isLost = false;
      await page.route("**/start_exam", async (route) => {
        if (isLost) return await route.continue();
        isLost = true;
        await route.fetch();
        await route.abort("connectionreset");
      });
      await page.goto(`${server.url}/join/${code}`);
      await agree(page, label, value);
      await page.getByText("The exam server cannot be reached", { exact: false }).waitFor();
      // A reload in between changes nothing.
      await page.reload();
      await agree(page, label, value);
      await page.getByLabel("Your answer").waitFor();
      assert.equal((await attemptOf(server.url, await tokenOf(page))).state, "active");
    }
  },
);

browserTest(
  "[CA75] a request that nobody answers is given up, said and made again: opening an exam and handing it in",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page } = await newStudentPage(context);
    await joinExam(page, server.url);
    await page.getByLabel("Your answer").pressSequentially("Kept.");
    await untilSaved(page);
    const token = await tokenOf(page);
    await forgetCopy(page);
    let isSilent = true;
    const { page: second } = await newStudentPage(context);
    const hold = (route: { continue(): Promise<void> }) => isSilent ? new Promise<void>(() => {}) : route.continue();
    await second.route("**/api/attempt", hold);
    await second.goto(page.url());
    await second.getByRole("heading", { name: "The exam server cannot be reached" }).waitFor({ timeout: 12_000 });
    await page.getByLabel("Your answer").pressSequentially(" The first tab goes on.");
    await untilSaved(page);
    isSilent = false;
    await second.getByLabel("Your answer").waitFor({ timeout: 12_000 });
    assert.equal(await second.getByLabel("Your answer").inputValue(), "Kept. The first tab goes on.");
    await page.getByRole("heading", { name: "Your exam is open somewhere else" }).waitFor();

    isSilent = true;
    await second.route("**/submit_exam", hold);
    await second.getByRole("button", { name: "Review and submit" }).first().click();
    await handIn(second);
    await second.getByText("This page tries again by itself", { exact: false }).waitFor({ timeout: 20_000 });
    isSilent = false;
    await second.getByRole("heading", { name: "Your exam is submitted" }).waitFor({ timeout: 20_000 });
    await eventually(async () => (await attemptOf(server.url, token)).state === "submitted", "it is handed in");
    const { receipt } = await attemptOf(server.url, token);
    await second.getByText(receipt).waitFor({ timeout: 20_000 });
  },
);

/** Removes this device's copy of the paper: with it, a page goes on without the server. */
async function forgetCopy(page: Page): Promise<void> {
  const attemptId = new URL(page.url()).searchParams.get("attempt");
  await page.evaluate((id) =>
    new Promise<void>((resolve) => {
      const opening = indexedDB.open("invigil");
      opening.onsuccess = () => {
        const transaction = opening.result.transaction("notes", "readwrite");
        transaction.objectStore("notes").delete([String(id), "copy:loaded"]);
        transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    }), attemptId);
}
