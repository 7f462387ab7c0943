import assert from "node:assert/strict";
import { build } from "../../server/tasks/build.ts";
import { BROWSER_TEST, launchBrowser } from "../support/browser.ts";
import { browserTest } from "../support/in_browser.ts";
import { RunningServer } from "../support/running_server.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

Deno.test({
  name: "[EX30] [EX31] an exam is reloaded without a server, goes on, and everything arrives once it is back",
  ...BROWSER_TEST,
  async fn() {
    await build();
    await using server = await RunningServer.start();
    const browser = await launchBrowser();
    try {
      const { page } = await newStudentPage(await browser.newContext());
      await joinExam(page, server.origin);
      const field = page.getByLabel("Your answer");
      await field.pressSequentially("Before the reload, ", { delay: 5 });
      await untilSaved(page);
      await eventually(
        () =>
          page.evaluate(async () => {
            const registration = await navigator.serviceWorker.getRegistration("/exam?");
            const names = await caches.keys();
            const pages = await Promise.all(names.map(async (name) => (await caches.open(name)).match("/exam")));
            return registration?.active != null && pages.some((kept) => kept !== undefined);
          }),
        "the service worker keeps the page",
      );
      const kept = await page.evaluate(async () => {
        const texts: string[] = [];
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) {
            texts.push(request.url, await (await cache.match(request))?.text() ?? "");
          }
        }
        return texts.join("\n");
      });
      const token = await tokenOf(page);
      for (const secret of [token, "Before the reload", "Warm weather leads", "Ada Lovelace"]) {
        assert.ok(!kept.includes(secret), `${secret} is not in the service worker's cache`);
      }

      await server.kill();
      await page.reload();
      await field.waitFor({ timeout: 20_000 });
      assert.equal(await field.inputValue(), "Before the reload, ");
      await field.focus();
      await page.keyboard.press("Control+End");
      await field.pressSequentially("after it, ", { delay: 5 });
      await page.getByRole("button", { name: "Next question" }).click();
      await page.getByLabel("Warm weather leads").check();
      await page.waitForTimeout(1_500);
      // A second time, now with work that the server has never seen.
      await page.reload();
      await page.getByLabel("Warm weather leads").waitFor({ timeout: 20_000 });
      assert.ok(await page.getByLabel("Warm weather leads").isChecked());
      await page.getByRole("button", { name: "Previous" }).click();
      assert.equal(await field.inputValue(), "Before the reload, after it, ");
      await field.focus();
      await page.keyboard.press("Control+End");
      await field.pressSequentially("and again.", { delay: 5 });

      await server.restart();
      await untilSaved(page);
      const written = { q1: "Before the reload, after it, and again.", q2: ["b"] };
      assert.deepEqual((await attemptOf(server.origin, token)).answers, written);
      assert.equal(await field.inputValue(), written.q1);
      await page.reload();
      await page.getByRole("heading", { name: "Question 1" }).waitFor();
      assert.equal(await field.inputValue(), written.q1, "and as the server has it");
    } finally {
      await browser.close();
    }
  },
});

browserTest(
  "[EX30] [EX32] the worker serves the exam's page alone, and another build's cache goes away",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page } = await newStudentPage(context);
    await page.goto(`${server.url}/join`);
    await page.evaluate(async () => {
      const cache = await caches.open("exam of-an-older-build");
      await cache.put("/exam?language=de", new Response("An old page"));
    });
    await joinExam(page, server.url);
    await eventually(
      () =>
        page.evaluate(async () => {
          const names = await caches.keys();
          return names.length === 1 && names[0] !== "exam of-an-older-build" &&
            (await (await caches.match("/exam?language=de"))?.text())?.includes('lang="de"') === true;
        }),
      "the new build keeps the page anew, in the languages that were kept",
    );
    assert.equal(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/exams"))?.scope ?? null),
      null,
    );
    const script = await fetch(`${server.url}/exam_worker.js`);
    assert.equal(script.headers.get("cache-control"), "no-cache");
    assert.match(script.headers.get("content-type") ?? "", /javascript/);
    await script.body?.cancel();
  },
);

browserTest("[EX33] over 3G the first question is there within seconds", async (browser, server) => {
  const context = await browser.newContext();
  const { page } = await newStudentPage(context);
  const debug = await context.newCDPSession(page);
  await page.goto(`${server.url}/join/DEMO`);
  await page.waitForSelector("html[data-ready]");
  await page.getByLabel("Your full name").fill("Ada");
  await page.getByLabel("I have read what is captured").check();
  await debug.send("Network.enable");
  const throughput = 400_000 / 8;
  await debug.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  const begun = performance.now();
  await page.getByRole("button", { name: "Agree and start the exam" }).click();
  await page.getByRole("heading", { name: "Question 1" }).waitFor();
  const elapsedMs = performance.now() - begun;
  console.log(`first question over 3G after ${Math.round(elapsedMs)} ms`);
  assert.ok(elapsedMs < 8_000, `${elapsedMs} ms`);
  await page.getByLabel("Your answer").pressSequentially("Over 3G.");
  await untilSaved(page);
});
