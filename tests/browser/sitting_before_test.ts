import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { joinExam, newStudentPage } from "../support/student_page.ts";
import { lookAt } from "../support/student_look.ts";

const QUESTIONS = [{ id: "q1", type: "essay", text: "Write.", points: 1 }];

browserTest(
  "[EX1] [EX2] the page before an exam begins with five lines and the form, and the rest is a click away",
  async (browser, server) => {
    await server.publish({
      code: "SHORT",
      title: "Botany",
      instructions: "One sheet of notes is allowed.",
      duration_minutes: 60,
      questions: QUESTIONS,
    });
    const { page, problems } = await newStudentPage(
      await browser.newContext({ viewport: { width: 390, height: 844 } }),
    );
    await page.goto(`${server.url}/join/SHORT`);
    await page.waitForSelector("html[data-ready]");
    const lines = page.getByRole("heading", { name: "In short" }).locator("xpath=..").locator("> ul > li");
    assert.equal(await lines.count(), 5);
    await page.getByText("One sheet of notes is allowed.").waitFor();
    const form = await page.getByLabel("Your full name").boundingBox();
    assert.ok(form !== null && form.y < 1_300, `the form begins at ${form?.y} px on a phone`);
    await lookAt(page, "join_short");
    const details = page.getByText("Everything that is captured, why, and what happens with it");
    const agree = page.getByLabel("I have read what is captured");
    assert.ok((await details.boundingBox())!.y < (await agree.boundingBox())!.y, "before the question");
    await page.getByText("What is never captured").waitFor({ state: "hidden" });
    await details.click();
    for (const title of ["What is captured, and why", "What is never captured", "What happens with it"]) {
      await page.getByRole("heading", { name: title }).waitFor();
    }
    await page.getByText("Not which key.").waitFor();
    await lookAt(page, "join_details");
    assert.deepEqual(problems, []);
  },
);

browserTest("[EX2] long instructions wait behind their heading", async (browser, server) => {
  const instructions = "Read this. ".repeat(80);
  await server.publish({ code: "LONGER", title: "Long", instructions, duration_minutes: 60, questions: QUESTIONS });
  const { page } = await newStudentPage(await browser.newContext());
  await page.goto(`${server.url}/join/LONGER`);
  await page.getByText("Read this. Read this.").waitFor({ state: "hidden" });
  await page.getByText("Instructions for this exam").click();
  await page.getByText("Read this. Read this.").waitFor();
});

browserTest(
  "[EX80] instructions are rendered before joining as they are during the exam",
  async (browser, server) => {
    await server.publish({
      code: "RENDER",
      title: "Rendered",
      text_format: "markdown",
      instructions: "Read **everything**.\n\n- Allowed: a pen\n- Not allowed: $x^2$",
      duration_minutes: 60,
      questions: QUESTIONS,
    });
    const { page, problems } = await newStudentPage(await browser.newContext());
    await page.goto(`${server.url}/join/RENDER`);
    const before = page.locator("#instructions");
    assert.equal(await before.locator("strong").textContent(), "everything");
    assert.equal(await before.locator("li").count(), 2);
    assert.equal(await before.locator("math msup").count(), 1);
    await page.waitForSelector("html[data-ready]");
    assert.deepEqual(await findViolations(page), []);
    await lookAt(page, "join_markdown");
    await joinExam(page, server.url, "Ada", "RENDER");
    await page.getByRole("button", { name: "Help and display" }).click();
    const dialog = page.getByRole("dialog");
    assert.equal(await dialog.locator("strong").textContent(), "everything");
    assert.equal(await dialog.locator("math msup").count(), 1);
    assert.deepEqual(await findViolations(page), []);
    assert.deepEqual(problems, []);
  },
);

browserTest("[EX81] the page before an exam counts the questions that a student gets", async (browser, server) => {
  const questions = Array.from({ length: 10 }, (_, n) => ({
    ...{ id: `q${n}`, type: "essay", text: "Write.", points: 1 },
    ...(n > 0 && { pool: "p" }),
  }));
  await server.publish({ code: "POOL", title: "Pool", duration_minutes: 60, pools: [{ id: "p", take: 3 }], questions });
  const { page } = await newStudentPage(await browser.newContext());
  await page.goto(`${server.url}/join/POOL`);
  await page.getByText("4 questions, 60 minutes.").waitFor();
  await joinExam(page, server.url, "Ada", "POOL");
  await page.getByText("of 4", { exact: true }).waitFor();
});

browserTest(
  "[EX3] an exam opens while its page is open: counted down, said, and what was filled in stays",
  async (browser, server) => {
    const opensAt = new Date(Date.now() + 9_000).toISOString();
    await server.publish({
      code: "SOON",
      title: "Soon",
      opens_at: opensAt,
      duration_minutes: 60,
      questions: QUESTIONS,
    });
    const context = await browser.newContext({ timezoneId: "Asia/Tokyo" });
    const { page } = await newStudentPage(context);
    // A clock that is an hour wrong changes nothing.
    await page.addInitScript(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 3_600_000;
    });
    await page.goto(`${server.url}/join/SOON`);
    await page.waitForSelector("html[data-ready]");
    await page.getByRole("timer").getByText(/It opens in 0:0\d/).waitFor();
    await page.getByText(/This exam opens on .*GMT\+9/).waitFor();
    await page.getByLabel("Your full name").fill("Ada");
    await page.getByLabel("I have read what is captured").check();
    await lookAt(page, "join_countdown");
    await page.getByText("This exam is open now", { exact: true }).waitFor({ timeout: 15_000 });
    await page.getByRole("status").getByText("This exam is open now.").waitFor();
    await lookAt(page, "join_opened");
    await page.getByRole("button", { name: "Agree and start the exam" }).click();
    await page.getByRole("heading", { name: "Question 1" }).waitFor();
  },
);

browserTest("[EX4] a device is tried without an account", async (browser, server) => {
  const { page, problems } = await newStudentPage(await browser.newContext());
  await page.goto(`${server.url}/join/DEMO`);
  await page.getByRole("link", { name: "Check this device and practise" }).click();
  await page.waitForURL("**/check");
  await page.getByText("by both ways that an exam can use").waitFor();
  await page.getByText("can keep your work on this device until the server has it").waitFor();
  await page.getByText("clock is right").waitFor();
  await page.getByRole("status").getByText("This device is ready for an exam.").waitFor();
  assert.deepEqual(await findViolations(page), []);
  assert.deepEqual(problems, []);

  const { page: blocked } = await newStudentPage(await browser.newContext());
  await blocked.addInitScript(() => {
    Object.defineProperty(globalThis, "WebSocket", {
      value: class {
        constructor() {
          throw new Error("Blocked");
        }
      },
    });
    Object.defineProperty(globalThis, "indexedDB", { value: undefined });
    const now = Date.now.bind(Date);
    Date.now = () => now() + 600_000;
  });
  await blocked.goto(`${server.url}/check`);
  await blocked.getByText("Live connections are blocked in this network.").waitFor();
  await blocked.getByText("This browser keeps nothing for this page.").waitFor();
  await blocked.getByText(/clock is 10 min/).waitFor();
  await blocked.getByRole("status").getByText("Something on this device needs attention").waitFor();
  await lookAt(blocked, "check_problems");
});

browserTest(
  "[EX5] whoever practises sees what would be recorded, in plain words; nothing is sent and nothing stays",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page, problems } = await newStudentPage(context);
    await page.goto(`${server.url}/check`);
    await page.getByRole("status").getByText("This device is ready").waitFor();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("websocket", (socket) => asked.push(socket.url()));
    await page.keyboard.press("a");
    await page.getByText("A key: a letter").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Start practising" }).click();
    await page.getByLabel("Your answer").pressSequentially("Hi", { delay: 30 });
    await page.getByText(/A key: a letter, held \d+ ms/).first().waitFor();
    await page.getByText("Answer: 1 character put in").first().waitFor();
    await page.getByText("Keys are recorded as they should be.").waitFor();
    await lookAt(page, "check_practice");
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole("button", { name: "Next practice question" }).click();
    await page.getByLabel("Apple").check();
    await page.getByText("Answer: a choice was made").waitFor();
    await page.getByRole("button", { name: "Next practice question" }).click();
    await page.getByRole("button", { name: "Answer with this order" }).click();
    await page.getByRole("button", { name: "Stop" }).click();
    assert.deepEqual(asked, []);
    const kept = await page.evaluate(() =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("invigil");
        opening.onsuccess = () => {
          const { objectStoreNames } = opening.result;
          const transaction = opening.result.transaction([...objectStoreNames]);
          let kept = sessionStorage.length + localStorage.length;
          for (const name of objectStoreNames) {
            const count = transaction.objectStore(name).count();
            count.onsuccess = () => kept += count.result;
          }
          transaction.oncomplete = () => resolve(kept);
        };
      })
    );
    assert.equal(kept, 0);
    assert.deepEqual(problems, []);
    await joinExam(page, server.url);
  },
);
