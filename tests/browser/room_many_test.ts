import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { join, onStage, row, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { joinExam } from "../support/student_page.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

Deno.test(
  "[DK20] [DK21] [DK22] [DK23] three students are chosen and acted on together, before the eyes of another proctor",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const students = [];
      for (const name of ["Ada Lovelace", "Grace Hopper", "Katherine Johnson"]) students.push(await join(server, name));
      const [ada, grace, katherine] = students;
      const [mine, theirs] = await Promise.all(LOOKS.map((look) => watchedPage(browser, server.origin, look)));
      for (const { page } of [mine, theirs]) {
        await signInOn(page, "admin", ADMIN_PASSWORD);
        await page.goto(`/exams/${examId}/room`);
        await row(page, katherine).waitFor();
        await page.locator("html[data-ready]").waitFor();
      }
      const { page } = mine;
      const all = page.getByRole("group", { name: "Actions for those chosen" });
      const dialog = page.getByRole("dialog");
      const stateOf = (of: typeof mine, one: typeof ada) => row(of.page, one).locator("[data-cell=state]").innerText();
      const untilAll = (what: string, state: RegExp) =>
        until(what, async () => {
          const texts = await Promise.all([ada, grace].map((one) => stateOf(theirs, one)));
          return texts.every((text) => state.test(text));
        });

      // By pointer: one, and with Shift everybody up to another.
      await page.getByRole("button", { name: "Student", exact: true }).click();
      await row(page, ada).getByRole("checkbox").click();
      await row(page, katherine).getByRole("checkbox").click({ modifiers: ["Shift"] });
      await all.getByText("3 students chosen").waitFor();
      assert.equal(await page.getByRole("complementary").count(), 0, "to choose opens no drawer");
      await server.call("POST", "/submit_exam", { token: katherine.session_token, body: {} });
      await all.getByRole("button", { name: "Pause 2" }).click();
      await dialog.getByText("reads that the exam is paused").waitFor();
      await dialog.getByText("Left out, since this cannot be done to them now: 1 student.").waitFor();
      assert.deepEqual(await findViolations(page), []);
      await dialog.getByRole("button", { name: "Pause" }).click();
      await page.getByText("2 students paused.").waitFor();
      await untilAll("the other proctor sees both paused", /Paused/);
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("2 students resumed.").waitFor();
      await untilAll("both write again", /Active/);

      // What many are struck by is asked twice; who refused is named.
      await all.getByRole("button", { name: "Lock 2" }).click();
      await dialog.getByRole("button", { name: "Lock" }).click();
      await dialog.getByText("This stops 2 students at once").waitFor();
      assert.match(await stateOf(theirs, ada), /Active/);
      await server.call("POST", "/submit_exam", { token: grace.session_token, body: {} });
      await dialog.getByRole("button", { name: "Yes, do it" }).click();
      await page.getByText("1 student locked.").waitFor();
      await page.getByText("Not done for 1: Grace Hopper (Submitted).").waitFor();
      assert.match(await stateOf(theirs, ada), /Locked/);

      // By keyboard: let go of all, choose with Space and x.
      await row(page, ada).getByRole("button").focus();
      await page.keyboard.press("Escape");
      await all.waitFor({ state: "detached" });
      await page.keyboard.press("Space");
      await all.getByText("1 student chosen").waitFor();
      assert.equal(await page.getByRole("complementary").count(), 0);
      await page.keyboard.press("j");
      await page.keyboard.press("x");
      await all.getByText("2 students chosen").waitFor();
      await page.keyboard.press("Shift+ArrowDown");
      await all.getByText("3 students chosen").waitFor();

      // On a narrow window all who are shown are chosen beside the search.
      await theirs.page.getByRole("checkbox", { name: "Choose all who are shown" }).check();
      const narrow = theirs.page.getByRole("group", { name: "Actions for those chosen" });
      await narrow.getByRole("button", { name: "Release 1" }).click();
      await theirs.page.getByRole("dialog").getByRole("button", { name: "Release" }).click();
      await theirs.page.getByText("1 student released.").waitFor();
      assert.deepEqual(await findViolations(theirs.page), []);
      await until("it is active here, too", async () => /Active/.test(await stateOf(mine, ada)));
      assert.deepEqual([...mine.complaints, ...theirs.complaints], []);
    });
  },
);

Deno.test(
  "[DK24] [DK25] [DK26] what is done to three is followed to their pages, across a lost network and a restart, and taken back",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const away = [];
      for (const name of ["Grace Hopper", "Katherine Johnson"]) away.push(await join(server, name));
      const context = await browser.newContext();
      const student = await context.newPage();
      await joinExam(student, server.origin);
      const [mine, theirs] = await Promise.all(LOOKS.map((look) => watchedPage(browser, server.origin, look)));
      for (const { page } of [mine, theirs]) {
        await signInOn(page, "admin", ADMIN_PASSWORD);
        await page.goto(`/exams/${examId}/room`);
        await row(page, away[1]).waitFor();
        await page.locator("html[data-ready]").waitFor();
      }
      const { page } = mine;
      const all = page.getByRole("group", { name: "Actions for those chosen" });
      const dialog = page.getByRole("dialog");
      await page.getByRole("checkbox", { name: "Choose all who are shown" }).check();

      await all.getByRole("button", { name: "Message 3" }).click();
      await dialog.getByRole("textbox").fill("Ten minutes left.");
      await dialog.getByRole("button", { name: "Send" }).click();
      await page.getByText("0 of 3 seen").waitFor();
      await page.getByText("2 not connected: waiting for them").waitFor();
      await student.getByText("Ten minutes left.").waitFor();
      await student.getByRole("button", { name: "I have read this" }).click();
      await page.getByText("1 of 3 seen").waitFor();
      assert.deepEqual(await findViolations(page), []);
      await page.getByRole("button", { name: "Take back for 2 who are away" }).click();
      await page.getByText("Taken back for 2 students, before it went out.").waitFor();

      const left = () => student.getByRole("timer").innerText();
      const before = await left();
      await all.getByRole("button", { name: "Extend 3" }).click();
      await dialog.getByRole("button", { name: "Extend" }).click();
      await page.getByText("More time for 3 students.").waitFor();
      await page.getByText("1 of 3 seen").waitFor();
      assert.notEqual(await left(), before);
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("Time taken back for 3 students.").waitFor();
      await until("the student's clock is as before", async () => {
        return Math.abs(parseInt(await left()) - parseInt(before)) <= 1;
      });

      // Across a lost network: the other proctor sees it wait, and then seen.
      const drawer = theirs.page.getByRole("complementary", { name: "Ada Lovelace" });
      await theirs.page.getByRole("button", { name: "Ada Lovelace" }).click();
      await context.setOffline(true);
      await drawer.getByText(/not connected, seen/).waitFor();
      await drawer.getByRole("button", { name: "Pause", exact: true }).click();
      await theirs.page.getByRole("dialog").getByRole("button", { name: "Pause" }).click();
      await drawer.getByText("Waits until the student is connected").waitFor();
      await context.setOffline(false);
      await student.getByRole("heading", { name: "Your exam is paused" }).waitFor();
      const seen = drawer.locator("li", { hasText: "Paused by" }).getByText(/^Seen/);
      await seen.waitFor();
      assert.deepEqual(await findViolations(theirs.page), []);

      await server.kill();
      await server.restart();
      // The drawer has an address of its own, and stands there again.
      await theirs.page.reload();
      await seen.waitFor();
      await drawer.locator("li", { hasText: "Took back 10 min" }).waitFor();
      assert.deepEqual(mine.complaints.filter((text) => !text.includes("WebSocket")), []);
      await context.close();
    });
  },
);
