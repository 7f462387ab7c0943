import assert from "node:assert/strict";
import { end } from "../../server/attempts/interventions.ts";
import { proctorSocket } from "../support/socket_client.ts";
import { browserTest } from "../support/in_browser.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

browserTest(
  "[CA30] a student joins, answers every type of question, reloads, reviews and hands in",
  async (browser, server) => {
    const { page, problems } = await newStudentPage(
      await browser.newContext({ viewport: { width: 1_440, height: 900 } }),
    );
    await joinExam(page, server.url);
    const essay = "The fall may be chance after a bad year: regression to the mean.";
    await page.getByLabel("Your answer").pressSequentially(essay, { delay: 8 });
    await page.getByRole("button", { name: "Flag for later" }).click();
    await page.getByRole("button", { name: "Next question" }).click();
    await page.getByLabel("Warm weather leads to both").check();
    await page.getByRole("button", { name: "Next question" }).click();
    await page.getByLabel("Chance decides who gets").check();
    await page.getByLabel("What will be counted as success").check();
    await page.getByRole("button", { name: "Next question" }).click();
    await page.getByLabel("False").check();
    await page.getByRole("button", { name: "Next question" }).click();
    await page.getByLabel("Your answer").pressSequentially("80");
    await page.getByRole("button", { name: "Next question" }).click();
    await page.getByLabel("Your answer").pressSequentially("The median.");
    await untilSaved(page);
    const token = await tokenOf(page);
    const wanted = { q1: essay, q2: ["b"], q3: ["a", "d"], q4: ["false"], q5: "80", q6: "The median." };
    assert.deepEqual((await attemptOf(server.url, token)).answers, wanted, "what is shown as saved is on the server");

    await page.reload();
    await page.getByRole("heading", { name: "Question 6" }).waitFor();
    assert.equal(await page.getByLabel("Your answer").inputValue(), "The median.");
    await page.getByRole("button", { name: "Question 1, answered, flagged for later" }).click();
    assert.equal(await page.getByLabel("Your answer").inputValue(), essay);

    await page.getByRole("button", { name: "Review and submit" }).first().click();
    await page.getByText("1 question is flagged for later").waitFor();
    await page.getByRole("button", { name: "Submit exam" }).click();
    await page.getByRole("button", { name: "Submit all the same" }).click();
    await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
    const { state, receipt, answers } = await attemptOf(server.url, token);
    assert.equal(state, "submitted");
    assert.deepEqual(answers, wanted);
    await page.getByText(receipt).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
    assert.deepEqual(problems, []);
  },
);

browserTest(
  "[CA31] nothing is asked of the server and nothing is captured before the student agrees",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page } = await newStudentPage(context);
    const calls: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (!pathname.startsWith("/static/")) calls.push(`${request.method()} ${pathname}`);
    });
    page.on("websocket", (socket) => calls.push(socket.url()));
    await page.goto(`${server.url}/join`);
    await page.waitForSelector("html[data-ready]");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("Enter the exam code").waitFor();
    await page.getByLabel("Exam code").fill("demo");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/join/DEMO");
    await page.waitForSelector("html[data-ready]");
    await page.getByLabel("Your full name").fill("Ada");
    await page.mouse.move(200, 200);
    await page.getByRole("button", { name: "Agree and start the exam" }).click();
    await page.getByText("Agree to go on, or decline below").waitFor();
    await page.getByRole("link", { name: "I do not agree" }).click();
    await page.getByRole("heading", { name: "You did not agree" }).waitFor();
    assert.deepEqual(calls, ["GET /join", "GET /join/DEMO", "GET /declined"]);
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
  },
);

browserTest(
  "[CA32] what a proctor does is seen by the student at once, and the timer follows",
  async (browser, server) => {
    const { page, problems } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url);
    await page.getByLabel("Your answer").pressSequentially("Before the pause");
    await untilSaved(page);
    const { attempt_id, exam } = await attemptOf(server.url, await tokenOf(page));
    const proctor = proctorSocket(server.url, await server.signIn(), exam.exam_id);
    await proctor.next("room");
    let id = 0;
    const act = (type: string, fields: object = {}) => proctor.say({ type, id: `a${id++}`, attempt_id, ...fields });

    await act("message", { text: "Ten more minutes\nfor everybody." });
    await page.getByText("Ten more minutes").waitFor();
    await page.reload();
    await page.getByText("Ten more minutes").waitFor();
    await page.getByRole("button", { name: "I have read this" }).click();
    assert.equal(await page.getByText("Ten more minutes").count(), 0);

    await act("extend", { minutes: 10 });
    await page.getByRole("timer").getByText("1 h 10 min left").waitFor();

    await act("pause", { reason: "Fire alarm" });
    await page.getByRole("heading", { name: "Your exam is paused" }).waitFor();
    await page.getByText("Fire alarm").waitFor();
    await page.getByText("Time stands still", { exact: true }).waitFor();
    await act("resume");
    assert.equal(await page.getByLabel("Your answer").inputValue(), "Before the pause");
    await act("lock");
    await page.getByRole("heading", { name: "Your exam is locked for now" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Your exam is locked for now" }).waitFor();
    await act("release");
    await page.getByLabel("Your answer").pressSequentially(", and after");
    await untilSaved(page);
    await act("terminate");
    await page.getByRole("heading", { name: "Your exam was ended by a proctor" }).waitFor();
    proctor.close();
    assert.deepEqual(problems, []);
  },
);

browserTest("[CA33] the whole exam can be sat with the keyboard alone", async (browser, server) => {
  const { page } = await newStudentPage(await browser.newContext());
  await page.goto(`${server.url}/join/DEMO`);
  await page.waitForSelector("html[data-ready]");
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? element.labels?.[0]?.textContent
          : element?.textContent;
        return { name: label ?? "", outline: element === null ? "" : getComputedStyle(element).outlineStyle };
      });
      if (name.test(focused.name)) return focused;
    }
    throw new Error(`The keyboard does not reach ${name}`);
  };
  await tabTo(/Your full name/);
  await page.keyboard.type("Ada Lovelace");
  await tabTo(/I have read what is captured/);
  await page.keyboard.press("Space");
  assert.equal((await tabTo(/Agree and start/)).outline, "solid", "the focus is visible");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Question 1" }).waitFor();
  await tabTo(/Your answer/);
  await page.keyboard.type("Typed with keys");
  await tabTo(/Next question/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Question 2" }).waitFor();
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /Question 2/, "focus follows");
  await tabTo(/Eating ice cream/);
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.getByLabel("Warm weather").isChecked(), true);
  await untilSaved(page);
  await tabTo(/Review and submit/);
  await page.keyboard.press("Enter");
  await tabTo(/Submit exam/);
  await page.keyboard.press("Enter");
  await tabTo(/Submit all the same/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
});

browserTest("[CA34] at the deadline the server submits, and what was typed by then counts", async (browser, server) => {
  const { examId } = await server.publish({
    code: "SHORT",
    title: "A very short exam",
    duration_minutes: 1,
    questions: [{ id: "q1", type: "essay", text: "Write." }],
  });
  assert.ok(examId);
  const { page, problems } = await newStudentPage(await browser.newContext());
  await joinExam(page, server.url, "Ada", "SHORT");
  await page.getByRole("timer").getByText(/^0:5\d left$/).waitFor();
  await page.getByText("1 minute left.").waitFor({ state: "attached" });
  await page.getByLabel("Your answer").pressSequentially("In time");
  await untilSaved(page);
  const token = await tokenOf(page);
  await page.getByRole("heading", { name: "Time is up" }).waitFor({ timeout: 70_000 });
  await eventually(async () => (await attemptOf(server.url, token)).state === "expired", "the server ends it");
  assert.deepEqual((await attemptOf(server.url, token)).answers, { q1: "In time" });
  assert.deepEqual(problems, []);
});

browserTest(
  "[CA35] handing in without a network is told, loses nothing, and works once the network is back",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page } = await newStudentPage(context);
    await joinExam(page, server.url);
    await page.getByLabel("Your answer").pressSequentially("Before. ");
    await untilSaved(page);
    const token = await tokenOf(page);
    await context.setOffline(true);
    await page.getByLabel("Your answer").pressSequentially("Offline.");
    await page.getByRole("button", { name: "Review and submit" }).first().click();
    await page.getByRole("button", { name: "Submit exam" }).click();
    await page.getByRole("button", { name: "Submit all the same" }).click();
    await page.getByText("Your exam is not submitted yet").waitFor({ timeout: 15_000 });
    await context.setOffline(false);
    await page.getByRole("button", { name: "Submit exam" }).click();
    await page.getByRole("button", { name: "Submit all the same" }).click();
    await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor({ timeout: 15_000 });
    assert.deepEqual((await attemptOf(server.url, token)).answers, { q1: "Before. Offline." });
  },
);

browserTest(
  "[CA36] a personal token opens its exam once; a second try is told whom to ask",
  async (browser, server) => {
    const { examId, tokens } = await server.publish({
      code: "ROSTER",
      title: "For those on the list",
      duration_minutes: 60,
      join: "roster",
      roster: [{ name: "Ada Lovelace" }],
      questions: [{ id: "q1", type: "essay", text: "Write." }],
    });
    const join = async (token: string) => {
      const { page } = await newStudentPage(await browser.newContext());
      await page.goto(`${server.url}/join/ROSTER`);
      await page.waitForSelector("html[data-ready]");
      await page.getByLabel("Personal link").fill(token);
      await page.getByLabel("I have read what is captured").check();
      await page.getByRole("button", { name: "Agree and start the exam" }).click();
      return page;
    };
    const first = await join(tokens[0]);
    await first.getByText("Ada Lovelace").waitFor();
    assert.ok(!first.url().includes(tokens[0]));
    const second = await join(`${server.url}/join/ROSTER#${tokens[0]}`);
    await second.getByText("This personal link is in use already").waitFor();
    const third = await join("not-a-token-at-all");
    await third.getByText("This personal link opens no exam").waitFor();
    assert.equal(
      await third.evaluate(() => document.activeElement?.id),
      "token",
      "focus goes to what has to be mended",
    );

    // [EX90] Once it is over, the same link leads to the result.
    const { attempts, stores } = server.services;
    const [attemptId] = await Array.fromAsync(stores.examAttempts.list(examId));
    const attempt = await attempts.open(attemptId);
    await attempt.intervene(end({ by: "student", now: attempts.now(), reason: null }, "student"));
    const { page: later } = await newStudentPage(await browser.newContext());
    await later.goto(`${server.url}/join/ROSTER#${tokens[0]}`);
    await later.getByText("Your exam was handed in on").waitFor();
    assert.equal(await later.getByLabel("I have read what is captured").count(), 0, "there is nothing to begin");
    await later.getByRole("link", { name: "Your result" }).click();
    await later.getByText("The results of For those on the list are not released").waitFor();
    assert.equal(new URL(later.url()).hash, "");
    await later.getByLabel("Personal link").fill(`${server.url}/join/ROSTER#${tokens[0]}`);
    await later.getByRole("button", { name: "Show the result" }).click();
    await later.getByText("Not released yet").waitFor();
  },
);
