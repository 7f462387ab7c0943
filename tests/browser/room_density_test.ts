import assert from "node:assert/strict";
import { BROWSER_TEST } from "../support/browser.ts";
import { findViolations } from "../support/axe.ts";
import { join, onStage, row, stateFilter, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

Deno.test(
  "[DK57] compact rows: thirty on a page of 900 px, remembered, and no text is cut off",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const students = [];
      for (let at = 0; at < 60; at++) students.push(await join(server, `Student ${String(at).padStart(2, "0")} Ågjpq`));
      const { page, complaints } = await watchedPage(browser, server.origin);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/room`);
      await row(page, students[0]).waitFor();
      await page.getByRole("button", { name: "Compact" }).click();
      await page.reload();
      await row(page, students[0]).waitFor();
      await page.getByRole("button", { name: "Compact", pressed: true }).waitFor();
      assert.deepEqual(await findViolations(page), []);
      await page.evaluate(() => scrollTo(0, 400));
      const whole = () =>
        page.evaluate(() => {
          const top = document.querySelector(".room-headings")?.getBoundingClientRect().bottom ?? 0;
          return [...document.querySelectorAll("[data-attempt]")].map((one) => one.getBoundingClientRect())
            .filter((box) => box.top >= top && box.bottom <= innerHeight).length;
        });
      await until("thirty rows are seen whole", async () => await whole() >= 30);
      const high = await row(page, students[30]).evaluate((one) => {
        const cells = [...one.querySelectorAll("[data-cell]")].filter((cell) => cell.clientHeight > one.clientHeight);
        return cells.map((cell) => cell.getAttribute("data-cell"));
      });
      assert.deepEqual(high, [], "no cell is higher than its row");
      assert.deepEqual(complaints, []);
    });
  },
);

Deno.test(
  "[DK87] a view of the room is kept under a name, and shown again by one press after a reload",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const { page, complaints } = await watchedPage(browser, server.origin);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      const ada = await join(server, "Ada");
      await server.call("POST", "/submit_exam", { token: (await join(server, "Grace")).session_token, body: {} });
      await page.goto(`/exams/${examId}/room`);
      await row(page, ada).waitFor();
      await stateFilter(page, "Finished").click();
      await row(page, ada).waitFor({ state: "detached" });
      await page.getByText("Views", { exact: true }).click();
      await page.getByLabel("Keep what is shown now as").fill("Who is done");
      await page.getByRole("button", { name: "Keep", exact: true }).click();
      assert.deepEqual(await findViolations(page), []);
      await page.reload();
      await row(page, ada).waitFor();
      await page.getByText("Views", { exact: true }).click();
      await page.getByRole("button", { name: "Who is done", exact: true }).click();
      await row(page, ada).waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Forget the view Who is done" }).click();
      await page.getByText("No view is kept yet").waitFor();
      assert.deepEqual(complaints, []);
    });
  },
);

Deno.test(
  "[DK88] [DK89] whoever points at the list moves no row by it, however wide the window is",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const { page } = await watchedPage(browser, server.origin);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      const ada = await join(server, "Ada");
      await page.goto(`/exams/${examId}/room`);
      await row(page, ada).waitFor();
      await page.locator("html[data-ready]").waitFor();
      for (let width = 390; width <= 1_620; width += 30) {
        await page.setViewportSize({ width, height: 900 });
        const hidden = async () => await row(page, ada).evaluate((line) => line.scrollWidth - line.clientWidth);
        await until(`nothing of a row is cut off at ${width} px`, async () => await hidden() <= 0);
      }
      for (let width = 1_020; width <= 1_620; width += 60) {
        await page.setViewportSize({ width, height: 900 });
        await page.mouse.move(5, 5);
        await page.getByText("In the list:").waitFor({ state: "attached" });
        const top = async () => (await row(page, ada).boundingBox())!.y;
        const before = await top();
        await row(page, ada).hover();
        await page.getByText("Held while you are in the list").waitFor({ state: "attached" });
        assert.equal(await top(), before, `at ${width} px`);
      }
    });
  },
);
