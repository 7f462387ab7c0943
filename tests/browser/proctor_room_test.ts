import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { alarm, join, onStage, row, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

Deno.test(
  "[PR3] [PR14] [PR16] a student's risk rises before the proctor's eyes, who acts by keyboard alone",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const { page, complaints } = await watchedPage(browser, server.origin);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/room`);

      await page.getByRole("heading", { name: "No students yet" }).waitFor();
      assert.match(await page.locator("#main").innerText(), /DEMO/);
      assert.deepEqual(await findViolations(page), []);

      const calm = await join(server, "Ada <img src=x onerror=document.title='pwned'> Lovelace");
      const risky = await join(server, "Grace Hopper");
      await row(page, risky).waitFor();
      assert.equal(await row(page, calm).locator("img").count(), 0, "a name is text");

      await alarm(server, risky);
      const alert = page.getByRole("alert").filter({ hasText: "Grace Hopper" });
      await alert.waitFor();
      assert.match(await page.title(), /^\(1\) High risk · /);
      await until("the row that is high stands first", async () => {
        const first = await page.locator("[data-attempt]").first().getAttribute("data-attempt");
        return first === risky.attempt_id;
      });
      assert.match(await row(page, risky).innerText(), /High/);
      await page.getByRole("button", { name: "Acknowledge Grace Hopper" }).press("Enter");
      await alert.waitFor({ state: "detached" });
      await until("the title is calm again", async () => !/High risk/.test(await page.title()));

      await row(page, calm).getByRole("button").focus();
      await page.keyboard.press("k");
      await page.keyboard.press("Enter");
      const drawer = page.getByRole("complementary", { name: "Grace Hopper" });
      await drawer.getByText("What the risk is made of").waitFor();
      await until("the drawer has the focus", async () => {
        return await page.evaluate(() => document.activeElement?.id) === "drawer-title";
      });
      assert.deepEqual(await findViolations(page), []);

      const isLocked = (await drawer.innerText()).includes("Locked");
      await drawer.getByRole("button", { name: isLocked ? "Release" : "Pause" }).click();
      if (!isLocked) await page.getByRole("dialog").getByRole("button", { name: "Pause" }).click();
      await until("the row follows", async () => /Active|Paused/.test(await row(page, risky).innerText()));
      await drawer.getByRole("button", { name: "Message", exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
      await page.getByText("Write a message").waitFor();
      await page.getByRole("dialog").getByRole("textbox").fill("Please close other windows.");
      await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
      await drawer.getByText("Sent.", { exact: true }).waitFor();

      await drawer.getByRole("tab", { name: "Events" }).click();
      await drawer.getByText("Pasted 1,200 characters from outside").first().waitFor();
      await drawer.getByText("Away for 27 s").first().waitFor();

      await page.keyboard.press("Escape");
      await drawer.waitFor({ state: "detached" });
      await until("the focus is back on the row", async () => {
        const focused = await page.evaluate(() =>
          document.activeElement?.closest("[data-attempt]")?.getAttribute("data-attempt")
        );
        return focused === risky.attempt_id;
      });
      assert.deepEqual(complaints, []);
    });
  },
);

Deno.test(
  "[PR17] what if: the browser's score of the record is the server's, and follows the weights",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const student = await join(server, "Grace Hopper");
      await alarm(server, student);
      const token = await server.signIn();
      const detail = await server.call("GET", `/api/exams/${examId}/attempts/${student.attempt_id}`, { token });
      for (const look of LOOKS) {
        const { page, context, complaints } = await watchedPage(browser, server.origin, look);
        await signInOn(page, "admin", ADMIN_PASSWORD);
        await page.goto(`/exams/${examId}/room/${student.attempt_id}`);
        await page.getByRole("link", { name: "Score it in another way, in the review" }).click();
        const scored = page.getByText("As scored", { exact: true }).locator("..");
        await scored.waitFor();
        assert.ok((await scored.innerText()).includes(detail.report.risk.toFixed(1)), await scored.innerText());
        for (const name of ["Text from outside", "Time away"]) {
          await page.getByRole("slider", { name }).fill("0");
        }
        const other = page.getByText("What if", { exact: true }).and(page.locator("p")).locator("..");
        await until("another score", async () => !(await other.innerText()).includes(detail.report.risk.toFixed(1)));
        await page.getByLabel("Try it").getByText("Weights of your own").waitFor({ state: "attached" });
        assert.deepEqual(await findViolations(page), []);
        await page.getByLabel("Try it").selectOption({ label: "As recorded" });
        await until("the recorded score again", async () => (await other.innerText()).includes("Move a weight"));
        await page.getByLabel("Try it").selectOption({ label: "As if dictation had been known" });
        await until("less of it", async () => !(await other.innerText()).includes(detail.report.risk.toFixed(1)));
        assert.deepEqual(complaints, []);
        await context.close();
      }
    });
  },
);

Deno.test(
  "[PR6] a room whose server crashed says so, comes back by itself and shows the same students",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const { page } = await watchedPage(browser, server.origin);
      const student = await join(server, "Katherine Johnson");
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/room`);
      await row(page, student).waitFor();
      await server.kill();
      await page.getByText("Reconnecting…").waitFor();
      await server.restart();
      await page.getByText("Live", { exact: true }).waitFor();
      await row(page, student).waitFor();
    });
  },
);

Deno.test(
  "[PR15] a thousand students are drawn as the rows that can be seen, found by search and reached by key",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const count = 1_000;
      for (let from = 0; from < count; from += 50) {
        await Promise.all(Array.from({ length: 50 }, (_, index) => join(server, `Student ${from + index}`)));
      }
      for (const look of LOOKS) {
        const { page, context, complaints } = await watchedPage(browser, server.origin, look);
        await signInOn(page, "admin", ADMIN_PASSWORD);
        await page.goto(`/exams/${examId}/room`);
        await page.locator("[data-attempt]").first().waitFor();
        assert.match(await page.getByRole("button", { name: "Everybody" }).innerText(), /1,000/);
        const drawn = await page.locator("[data-attempt]").count();
        assert.ok(drawn < 60, `${drawn} rows are drawn`);
        await page.locator("[data-row-button]").first().focus();
        await page.keyboard.press("End");
        await until("the last row has the focus", async () => {
          const place = await page.evaluate(() =>
            document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex")
          );
          return place === String(count + 1);
        });
        await page.keyboard.press("/");
        await page.keyboard.type("student 777");
        await until("one row is left", async () => await page.locator("[data-attempt]").count() === 1);
        assert.deepEqual(await findViolations(page), []);
        assert.deepEqual(complaints, []);
        await context.close();
      }
    });
  },
);
