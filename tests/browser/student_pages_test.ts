import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import type { LiveServer } from "../support/live_server.ts";
import { joinExam, newStudentPage, untilSaved } from "../support/student_page.ts";

const LONG_NAME =
  "Wilhelmina Alexandra Philippa von Hohenberg-Strauss-Donaudampfschifffahrtsgesellschaft zu Ober- und Unterlimpurg";

/** Folder for pictures of every page, where somebody wants to look at them. */
const PICTURES = Deno.env.get("INVIGIL_PICTURES");

async function publishLong(server: LiveServer): Promise<void> {
  const prompt = { points: 3, text: "Which of these is so?\n\nThink of both, and of what they have in common." };
  const choices = [{ id: "a", text: "Short" }, { id: "b", text: "Unbreakable".repeat(30) }];
  await server.publish({
    code: "LONG",
    title: "Intermediate comparative constitutional jurisprudence of the early modern period, part two of three",
    instructions: "Read everything first.",
    duration_minutes: 200,
    policy: { at_hundred: "lock_and_submit" },
    questions: [
      { ...prompt, id: "q1", type: "multiple_choice", choices },
      { ...prompt, id: "q2", type: "true_false" },
      { ...prompt, id: "q3", type: "numeric", unit: "km/h" },
      ...Array.from(
        { length: 40 },
        (_, n) => ({ ...prompt, id: `x${n}`, type: "essay", words: { min: 100, max: 300 } }),
      ),
    ],
  });
}

for (
  const { width, colorScheme } of [{ width: 1_440, colorScheme: "light" }, { width: 390, colorScheme: "dark" }] as const
) {
  browserTest(
    `[CA40] every student's page is accessible and fits at ${width} px, ${colorScheme}, with the longest names`,
    async (browser, server) => {
      await publishLong(server);
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        colorScheme,
        reducedMotion: "reduce",
      });
      const { page, problems } = await newStudentPage(context);
      const look = async (name: string) => await check(page, `${name}_${width}_${colorScheme}`);
      await page.goto(`${server.url}/join`);
      await page.waitForSelector("html[data-ready]");
      await page.getByRole("button", { name: "Continue" }).click();
      await look("join");
      await page.goto(`${server.url}/declined`);
      await look("declined");
      await page.goto(`${server.url}/exam`);
      await page.getByRole("heading", { name: "No exam is open on this device" }).waitFor();
      await look("not_joined");
      await page.goto(`${server.url}/join/LONG`);
      await page.waitForSelector("html[data-ready]");
      await page.getByRole("button", { name: "Agree and start the exam" }).click();
      await look("join_exam");
      await joinExam(page, server.url, LONG_NAME, "LONG");
      await page.getByLabel("Short").check();
      await page.getByRole("button", { name: "Flag for later" }).click();
      await untilSaved(page);
      await look("multiple_choice");
      await page.getByRole("button", { name: "Next question" }).click();
      await page.getByLabel("True").check();
      await look("true_false");
      await page.getByRole("button", { name: "Next question" }).click();
      await page.getByLabel("Your answer").fill("twelve");
      await page.getByText("does not read as a number").waitFor();
      await look("numeric");
      await page.getByRole("button", { name: "Next question" }).click();
      await page.getByLabel("Your answer").fill("word ".repeat(320));
      await page.getByText("320 words: 20 over the 300 asked for.").waitFor();
      await look("essay");
      await page.getByRole("button", { name: "Review and submit" }).first().click();
      await look("review");
      await page.getByRole("button", { name: "Submit exam" }).click();
      await page.getByText("Submit with open questions?").waitFor();
      await look("ask");
      await page.getByRole("button", { name: "Submit all the same" }).click();
      await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
      await look("closing");
      assert.deepEqual(problems.filter((problem) => !/404/.test(problem)), []);
    },
  );
}

async function check(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  assert.deepEqual(await findViolations(page), [], name);
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overhang <= 0, `${name} is ${overhang} px too wide`);
}

browserTest("[CA41] the exam's script is small enough for a phone in a hall", async (_browser, server) => {
  const response = await fetch(`${server.url}/exam`);
  const script = /src="(\/static\/build\/exam\.js[^"]*)"/.exec(await response.text())?.[1];
  assert.ok(script !== undefined);
  const body = await (await fetch(server.url + script)).arrayBuffer();
  const zipped = new Response(new Blob([body]).stream().pipeThrough(new CompressionStream("gzip")));
  const { byteLength } = await zipped.arrayBuffer();
  assert.ok(byteLength <= 60 * 1024, `${byteLength} bytes gzipped`);
});

browserTest(
  "[CA42] a student's pages ask nobody but this server, and break no rule of their own policy",
  async (browser, server) => {
    const { page, problems } = await newStudentPage(await browser.newContext());
    const foreign: string[] = [];
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== server.url && protocol !== "blob:" && protocol !== "data:") foreign.push(request.url());
    });
    await joinExam(page, server.url, `<img src=x onerror="alert(1)">`);
    await page.getByText(`<img src=x onerror="alert(1)">`).waitFor();
    await page.getByLabel("Your answer").fill(`</textarea><script>alert(1)</script>`);
    await untilSaved(page);
    await page.reload();
    assert.equal(await page.getByLabel("Your answer").inputValue(), `</textarea><script>alert(1)</script>`);
    assert.deepEqual(foreign, []);
    assert.deepEqual(problems, []);
  },
);
