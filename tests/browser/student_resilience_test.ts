import assert from "node:assert/strict";
import { build } from "../../server/tasks/build.ts";
import { BROWSER_TEST, launchBrowser } from "../support/browser.ts";
import { browserTest } from "../support/in_browser.ts";
import { RunningServer } from "../support/running_server.ts";
import {
  attemptOf,
  eventually,
  joinedIn,
  joinExam,
  newStudentPage,
  tokenOf,
  untilSaved,
} from "../support/student_page.ts";

browserTest(
  "[CA20] without a network the page says so, goes on, and everything arrives when it is back",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page, problems } = await newStudentPage(context);
    await joinExam(page, server.url);
    const field = page.getByLabel("Your answer");
    await field.pressSequentially("Before. ");
    await untilSaved(page);
    const token = await tokenOf(page);
    await context.setOffline(true);
    await field.pressSequentially("Without a network. ", { delay: 20 });
    await page.getByText("Not saved yet", { exact: false }).first().waitFor();
    await page.getByText("your work is kept on this device", { exact: false }).first().waitFor();
    await page.getByRole("button", { name: "Next question" }).click();
    await page.getByLabel("Warm weather leads").check();
    await page.waitForTimeout(2_000);
    await context.setOffline(false);
    await untilSaved(page);
    assert.deepEqual((await attemptOf(server.url, token)).answers, { q1: "Before. Without a network. ", q2: ["b"] });
    assert.deepEqual(problems, []);
  },
);

browserTest(
  "[CA21] what was typed in the last moment before a tab crashes is there when it is opened again",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page } = await newStudentPage(context);
    await joinExam(page, server.url);
    await page.getByLabel("Your answer").pressSequentially("Saved. ");
    await untilSaved(page);
    const token = await tokenOf(page);
    await page.getByLabel("Your answer").pressSequentially("Not sent any more.", { delay: 15 });
    await page.waitForTimeout(30);
    const debug = await context.newCDPSession(page);
    void debug.send("Page.crash").catch(() => {});
    await new Promise((resolve) => page.once("crash", resolve));
    const address = page.url();
    await page.close();
    const { page: again } = await newStudentPage(context);
    await again.goto(address);
    const field = again.getByLabel("Your answer");
    await field.waitFor();
    const typed = "Saved. Not sent any more.";
    assert.equal(await field.inputValue(), typed);
    await untilSaved(again);
    assert.deepEqual((await attemptOf(server.url, token)).answers, { q1: typed });
  },
);

browserTest("[CA22] a reload in the middle of a word loses nothing and doubles nothing", async (browser, server) => {
  const { page } = await newStudentPage(await browser.newContext());
  await joinExam(page, server.url);
  let wanted = "";
  for (let round = 0; round < 5; round++) {
    await page.getByLabel("Your answer").pressSequentially(`round ${round} `, { delay: 3 });
    wanted += `round ${round} `;
    await page.reload();
    await page.getByLabel("Your answer").waitFor();
    assert.equal(await page.getByLabel("Your answer").inputValue(), wanted);
    await page.keyboard.press("Tab");
    await page.getByLabel("Your answer").focus();
    await page.keyboard.press("Control+End");
  }
  await untilSaved(page);
  assert.deepEqual((await attemptOf(server.url, await tokenOf(page))).answers, { q1: wanted });
});

browserTest(
  "[CA23] of two tabs the newest goes on with everything, and the older one is told and reads only",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page: first } = await newStudentPage(context);
    await joinExam(first, server.url);
    await first.getByLabel("Your answer").pressSequentially("In the first tab, ", { delay: 2 });
    const { page: second } = await newStudentPage(context);
    await second.goto(first.url());
    const field = second.getByLabel("Your answer");
    await field.waitFor();
    await first.getByRole("heading", { name: "Your exam is open somewhere else" }).waitFor();
    assert.equal(await field.inputValue(), "In the first tab, ");
    await field.focus();
    await second.keyboard.press("Control+End");
    await field.pressSequentially("then in the second.", { delay: 2 });
    await untilSaved(second);
    const token = await tokenOf(second);
    assert.deepEqual((await attemptOf(server.url, token)).answers, { q1: "In the first tab, then in the second." });
    await first.getByRole("button", { name: "Go on here instead" }).click();
    await first.getByLabel("Your answer").waitFor();
    assert.equal(await first.getByLabel("Your answer").inputValue(), "In the first tab, then in the second.");
    await second.getByRole("heading", { name: "Your exam is open somewhere else" }).waitFor();
  },
);

browserTest(
  "[CA24] another device takes the exam over, and what the first one held is not lost",
  async (browser, server) => {
    const here = await browser.newContext();
    const { page: first } = await newStudentPage(here);
    await joinExam(first, server.url);
    await first.getByLabel("Your answer").pressSequentially("Here. ");
    await untilSaved(first);
    const token = await tokenOf(first);
    await here.setOffline(true);
    await first.getByLabel("Your answer").pressSequentially("Offline here. ");
    await first.waitForTimeout(2_500);
    const there = await browser.newContext({ storageState: undefined });
    const { page: second } = await newStudentPage(there);
    await second.goto(`${server.url}/join`);
    const [joined] = await joinedIn(first);
    await second.evaluate((joined) => {
      sessionStorage.setItem(`attempt:${joined.attemptId}`, JSON.stringify(joined));
    }, joined);
    await second.goto(first.url());
    await second.getByRole("button", { name: "Next question" }).click();
    await second.getByLabel("Warm weather leads").check();
    await untilSaved(second);
    await here.setOffline(false);
    await first.reload();
    await untilSaved(first);
    await second.getByRole("heading", { name: "Your exam is open somewhere else" }).waitFor();
    await eventually(
      async () => (await attemptOf(server.url, token)).answers.q1 === "Here. Offline here. ",
      "what the first device held arrives",
    );
    assert.deepEqual((await attemptOf(server.url, token)).answers, { q1: "Here. Offline here. ", q2: ["b"] });
    assert.equal(await first.getByLabel("Your answer").inputValue(), "Here. Offline here. ");
  },
);

browserTest(
  "[CA25] where the browser denies storage, the page says so and goes on in memory",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page } = await newStudentPage(context);
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "indexedDB", {
        value: {
          open: () => {
            throw new DOMException("denied", "SecurityError");
          },
        },
      });
    });
    await joinExam(page, server.url);
    await page.getByLabel("Your answer").pressSequentially("In memory. ");
    await untilSaved(page);
    await context.setOffline(true);
    await page.getByLabel("Your answer").pressSequentially("Offline.");
    await page.getByText("do not close this page", { exact: false }).first().waitFor();
    await context.setOffline(false);
    await untilSaved(page);
  },
);

Deno.test({
  name: "[CA26] the server is killed in mid-sentence and comes back: the page reconnects by itself and nothing is lost",
  ...BROWSER_TEST,
  async fn() {
    await build();
    await using server = await RunningServer.start();
    const browser = await launchBrowser();
    try {
      const { page, problems } = await newStudentPage(await browser.newContext());
      await joinExam(page, server.origin);
      const field = page.getByLabel("Your answer");
      let wanted = "";
      for (let round = 0; round < 3; round++) {
        const before = `Round ${round}, `;
        const during = `killed meanwhile. `;
        await field.pressSequentially(before, { delay: 15 });
        await server.kill();
        await field.pressSequentially(during, { delay: 15 });
        await server.restart();
        wanted += before + during;
      }
      await untilSaved(page);
      assert.deepEqual((await attemptOf(server.origin, await tokenOf(page))).answers, { q1: wanted });
      assert.equal(await field.inputValue(), wanted);
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
    }
  },
});
