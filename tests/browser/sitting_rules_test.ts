import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import type { LiveServer } from "../support/live_server.ts";
import { lookAt } from "../support/student_look.ts";
import { eventually, handIn, joinExam, newStudentPage, untilSaved } from "../support/student_page.ts";

const ALL = { fullscreen: "ask", copy: "discourage", print: "discourage", context_menu: "discourage" };

async function publish(server: LiveServer, code: string, rules: unknown, fields: Record<string, unknown> = {}) {
  await server.publish({
    code,
    title: `Exam ${code}`,
    duration_minutes: 60,
    questions: [{ id: "q1", type: "essay", text: "Say why the sky is blue.", points: 1 }],
    ...(rules !== undefined && { policy: { rules } }),
    ...fields,
  });
}

async function copyQuestion(page: Page): Promise<string> {
  const question = page.getByText("Say why the sky is blue.").first();
  await question.click();
  await question.selectText();
  await page.keyboard.press("Control+C");
  return await page.evaluate(() => navigator.clipboard.readText());
}

function strip(page: Page, title: string) {
  return page.locator(".exam-top").getByText(title, { exact: true });
}

const COPY = "Please do not copy the questions";
const MENU = "Please do without the menu of the right button here";
const PRINT = "Please do not print this exam";
const FULL = "This exam asks you to write in full screen";

browserTest(
  "[EX40] [EX41] [EX43] rules are said before, and once when they are met, and hold nothing back",
  async (browser, server) => {
    await publish(server, "RULES", { ...ALL, fullscreen: undefined });
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const { page, problems, sent } = await newStudentPage(context);
    await page.goto(`${server.url}/join/RULES`);
    for (
      const text of ["Not to copy the questions.", "Not to print the exam.", "only within your answers"]
    ) {
      await page.getByText(text).waitFor();
    }
    assert.equal(await page.getByText("To write in full screen").count(), 0);
    await joinExam(page, server.url, "Ada", "RULES");
    const field = page.getByLabel("Your answer");
    await field.pressSequentially("It scatters.");
    await field.selectText();
    await page.keyboard.press("Control+C");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "It scatters.");
    await field.click({ button: "right" });
    await page.keyboard.press("Escape");
    await page.waitForTimeout(200);
    assert.equal(await strip(page, COPY).count() + await strip(page, MENU).count(), 0, "own text");

    assert.match(await copyQuestion(page), /sky is blue/);
    await strip(page, COPY).waitFor();
    await page.getByRole("status").getByText(COPY).waitFor();
    await eventually(() => sent.of("copy_event").length === 2, "both are recorded, as ever");
    await page.getByRole("button", { name: "Close" }).click();
    await strip(page, COPY).waitFor({ state: "detached" });
    await copyQuestion(page);
    await page.waitForTimeout(200);
    assert.equal(await strip(page, COPY).count(), 0, "once");

    await page.getByText("Say why the sky is blue.").first().click({ button: "right" });
    await strip(page, MENU).waitFor();
    await page.keyboard.press("Escape");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await strip(page, PRINT).waitFor();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByText("Say why the sky is blue.").first().isVisible(), false);
    assert.equal(await field.isVisible(), false);
    await page.getByText("This exam is not to be printed.").waitFor();
    await page.emulateMedia({ media: "screen" });
    await untilSaved(page);
    await page.reload();
    await field.waitFor();
    await copyQuestion(page);
    await page.waitForTimeout(200);
    assert.equal(await strip(page, COPY).count(), 0, "once, also over a reload");
    await page.getByRole("button", { name: "Review and submit" }).first().click();
    await handIn(page);
    await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("heading", { name: "Your receipt" }).isVisible(), true);
    assert.deepEqual(problems, []);
  },
);

browserTest(
  "[EX42] full screen is asked for, may be left, and is asked of nobody with assistive technology",
  async (browser, server) => {
    await publish(server, "FULL", { fullscreen: "ask" });
    const { page } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url, "Ada", "FULL");
    await strip(page, FULL).waitFor();
    await page.getByRole("button", { name: "Full screen" }).click();
    await eventually(() => page.evaluate(() => document.fullscreenElement !== null), "it is full");
    await strip(page, FULL).waitFor({ state: "detached" });
    for (const isFirst of [true, false]) {
      await page.evaluate(() => document.exitFullscreen());
      if (isFirst) await strip(page, "You have left full screen").waitFor();
      else {
        await page.waitForTimeout(300);
        assert.equal(await strip(page, "You have left full screen").count(), 0, "once");
      }
      await page.getByLabel("Your answer").pressSequentially("On. ");
      if (isFirst) await page.getByRole("button", { name: "Full screen" }).click();
    }
    await untilSaved(page);
    await page.reload();
    await page.getByLabel("Your answer").waitFor();
    await page.waitForTimeout(300);
    assert.equal(await strip(page, FULL).count(), 0, "asked once");

    const { page: other } = await newStudentPage(await browser.newContext());
    await other.goto(`${server.url}/join/FULL`);
    await other.waitForSelector("html[data-ready]");
    await other.getByLabel("Your full name").fill("Grace");
    await other.getByLabel("Screen reader").check();
    await other.getByLabel("I have read what is captured").check();
    await other.getByRole("button", { name: "Agree and start the exam" }).click();
    await other.getByRole("heading", { name: "Question 1" }).waitFor();
    await other.waitForTimeout(500);
    assert.equal(await strip(other, FULL).count(), 0);
  },
);

browserTest(
  "[EX40] what rules say is accessible at any width, in German and from right to left",
  async (browser, server) => {
    await publish(server, "RULES-EN", ALL);
    await publish(server, "RULES-DE", ALL, { language: "de" });
    const looks = [
      { width: 1440, height: 900, colorScheme: "light" as const },
      { width: 390, height: 844, colorScheme: "dark" as const },
    ];
    for (const { colorScheme, ...viewport } of looks) {
      for (const language of ["en", "de"]) {
        const context = await browser.newContext({ viewport, colorScheme });
        const { page } = await newStudentPage(context);
        const name = (what: string) => `rules_${what}_${language}_${viewport.width}`;
        await page.goto(`${server.url}/join/RULES-${language.toUpperCase()}`);
        await page.waitForSelector("html[data-ready]");
        await lookAt(page, name("join"));
        assert.deepEqual(await findViolations(page), []);
        await page.locator("#name").fill("Ada");
        await page.locator("input[name=consent]").check();
        await page.locator("form button[type=submit]").click();
        await page.locator(".exam-top [role=status] button").first().waitFor();
        await lookAt(page, name("exam"));
        assert.deepEqual(await findViolations(page), []);
        await page.evaluate(() => document.documentElement.dir = "rtl");
        await lookAt(page, name("rtl"));
        await context.close();
      }
    }
  },
);
