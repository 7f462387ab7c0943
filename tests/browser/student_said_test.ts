import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { proctorOf } from "../support/proctor_at_work.ts";
import { joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

/** The lowest px of what stays at the window's top. */
function topEnd(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector(".exam-top")?.getBoundingClientRect().bottom ?? 0);
}

// 1280 × 720 at 100, 200 and 400 %, and a phone.
for (const [width, height] of [[1_280, 720], [640, 360], [320, 180], [390, 664]]) {
  browserTest(
    `[CA83] at ${width} × ${height} nothing that has the focus, and no message, lies beneath the header`,
    async (browser, server) => {
      const { page } = await newStudentPage(await browser.newContext({ viewport: { width, height } }));
      await joinExam(page, server.url);
      const proctor = await proctorOf(server, await tokenOf(page));
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await proctor.act("warn", { text: "Please put your phone away." });
      const text = page.getByText("Please put your phone away.", { exact: true });
      await text.waitFor();
      await page.waitForTimeout(100);
      const isSeen = () =>
        text.evaluate((element) => {
          const { left, top, bottom } = element.getBoundingClientRect();
          const hit = document.elementFromPoint(left + 4, (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2);
          return hit === element;
        });
      assert.ok(await isSeen(), "the warning is in sight, wherever the page is scrolled to");
      assert.deepEqual(await findViolations(page), []);

      // Backwards is where a sticky header hides things.
      for (const key of ["Tab", "Shift+Tab"]) {
        for (let step = 0; step < 24; step++) {
          await page.keyboard.press(key);
          const [name, top, bottom] = await page.evaluate((): [string, number, number] => {
            const element = document.activeElement;
            if (element === null || element.matches("body, .exam-top *, [href='#main']")) {
              return ["", 1e6, 1e6];
            }
            const box = element.getBoundingClientRect();
            return [element.textContent || element.id, box.top, box.bottom];
          });
          const covered = await topEnd(page);
          if (name === "") continue;
          const isVisible = top >= covered - 1 || bottom > covered + 20;
          assert.ok(isVisible, `${name} at ${top}–${bottom} lies beneath ${covered}`);
        }
      }
      proctor.close();
    },
  );
}

browserTest("[CA83] a message that comes, or goes, moves nothing that is being written", async (browser, server) => {
  for (const scrolled of [0, 180]) {
    const context = await browser.newContext({ viewport: { width: 900, height: 700 } });
    const { page } = await newStudentPage(context);
    await joinExam(page, server.url);
    const proctor = await proctorOf(server, await tokenOf(page));
    const field = page.getByLabel("Your answer");
    await field.focus();
    await page.evaluate((top) => scrollTo(0, top), scrolled);
    const topOf = () => field.evaluate((element) => element.getBoundingClientRect().top);
    const before = await topOf();
    await proctor.act("message", { text: "Ten more minutes for everybody." });
    await page.getByText("Ten more minutes for everybody.").waitFor();
    await page.keyboard.type("Goes on");
    assert.ok(Math.abs(await topOf() - before) <= 1, `from ${before} to ${await topOf()}, scrolled ${scrolled}`);
    // With the keyboard: on the way to the button the page does not scroll, and it comes back from it to the field.
    await page.getByRole("button", { name: "Help and display" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.type(" here");
    assert.equal(await field.inputValue(), "Goes on here");
    assert.ok(Math.abs(await topOf() - before) <= 1, `back from ${before} to ${await topOf()}, scrolled ${scrolled}`);
    proctor.close();
    await context.close();
  }
});

browserTest("[CA84] a lost connection is said with nothing typed, and so is its return", async (browser, server) => {
  const context = await browser.newContext();
  const { page } = await newStudentPage(context);
  await joinExam(page, server.url);
  await untilSaved(page);
  const status = (text: RegExp) => page.getByRole("status").filter({ hasText: text }).first();
  await page.waitForTimeout(1_500);
  await context.setOffline(true);
  await status(/^Not connected\. .*your work is kept on this device/).waitFor({ state: "attached", timeout: 20_000 });
  await context.setOffline(false);
  await status(/^Connected again, all changes saved\.$/).waitFor({ state: "attached", timeout: 20_000 });
});

browserTest("[CA84] a text that is no number is marked, said, and can be mended", async (browser, server) => {
  const { page } = await newStudentPage(await browser.newContext());
  await joinExam(page, server.url);
  await page.getByRole("button", { name: "Question 5, not answered" }).click();
  const field = page.getByLabel("Your answer");
  assert.equal(await field.getAttribute("aria-invalid"), null);
  await field.pressSequentially("eighty");
  await page.getByRole("status").filter({ hasText: "does not read as a number" }).waitFor();
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.match(
    await field.evaluate((element) => {
      const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
      return ids.map((id) => document.getElementById(id)?.textContent).join(" ");
    }),
    /does not read as a number/,
  );
  assert.deepEqual(await findViolations(page), []);
  await field.fill("80");
  assert.equal(await field.getAttribute("aria-invalid"), null);
});

browserTest("[CA84] what is missing to begin is said, also where the focus stays", async (browser, server) => {
  const { page } = await newStudentPage(await browser.newContext());
  await page.goto(`${server.url}/join/DEMO`);
  await page.waitForSelector("html[data-ready]");
  const aloud = page.locator('[aria-live="assertive"]');
  assert.equal(await aloud.filter({ hasText: /./ }).count(), 0);
  await page.getByLabel("Your full name").focus();
  await page.keyboard.press("Enter");
  await aloud.filter({ hasText: "Enter your name" }).waitFor();
  await aloud.filter({ hasText: "Agree to go on" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "name");
  await page.keyboard.type("Ada");
  await page.getByLabel("I have read what is captured").focus();
  await page.keyboard.press("Enter");
  await aloud.filter({ hasText: "Enter your name" }).waitFor({ state: "detached" });
  await aloud.filter({ hasText: "Agree to go on" }).waitFor();
  assert.equal(await page.getByLabel("I have read what is captured").getAttribute("aria-invalid"), "true");
});
