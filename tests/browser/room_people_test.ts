import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { join, onStage, row, until } from "../support/room_stage.ts";
import { inviteProctor } from "../support/invite_proctor.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

Deno.test(
  "[DK52] [DK53] [DK55] [DK56] [DK58] two proctors see each other, whom each looks at, and whom each has taken",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const maria = await inviteProctor(server, examId, "maria");
      const [ada, grace] = [await join(server, "Ada Lovelace"), await join(server, "Grace Hopper")];
      const [mine, hers] = await Promise.all(LOOKS.map((look) => watchedPage(browser, server.origin, look)));
      await signInOn(mine.page, "admin", ADMIN_PASSWORD);
      await signInOn(hers.page, "maria", maria);
      for (const { page } of [mine, hers]) await page.goto(`/exams/${examId}/room`);
      await mine.page.getByText("Here: you and maria").waitFor();
      for (const { page } of [mine, hers]) {
        await page.getByText("Signs", { exact: true }).click();
        await page.getByText("With accommodations", { exact: true }).waitFor();
        assert.deepEqual(await findViolations(page), []);
        const box = await page.getByText("With accommodations", { exact: true }).boundingBox();
        assert.ok(box !== null && box.x >= 0, "the legend stands in the window");
        await page.getByText("Signs", { exact: true }).click();
      }

      await row(hers.page, ada).getByRole("button").click();
      await row(mine.page, ada).getByText("Looked at by maria").waitFor({ state: "attached" });
      const herDrawer = hers.page.getByRole("complementary", { name: "Ada Lovelace" });
      await herDrawer.getByText("Nobody has taken this student.").waitFor();
      await herDrawer.getByRole("button", { name: "Take", exact: true }).click();
      await herDrawer.getByText("You look after this student.").waitFor();
      await row(mine.page, ada).getByText("Taken by maria").waitFor({ state: "attached" });
      assert.deepEqual(await findViolations(hers.page), []);

      await mine.page.getByLabel("Taken by").selectOption({ label: "Nobody's" });
      await row(mine.page, ada).waitFor({ state: "detached" });
      await row(mine.page, grace).waitFor();
      await mine.page.getByLabel("Taken by").selectOption({ label: "Taken or not" });
      await row(mine.page, ada).getByRole("button").click();
      const myDrawer = mine.page.getByRole("complementary", { name: "Ada Lovelace" });
      await myDrawer.getByText("Taken by maria. Looking too: maria.").waitFor();
      await myDrawer.getByRole("button", { name: "Take over" }).click();
      await herDrawer.getByText("Taken by admin.").waitFor();
      await myDrawer.getByRole("button", { name: "Give back" }).click();
      await herDrawer.getByText("Nobody has taken this student.").waitFor();
      assert.deepEqual(await findViolations(mine.page), []);

      await herDrawer.getByRole("button", { name: "Add a note" }).click();
      await herDrawer.getByRole("button", { name: "Save note" }).click();
      await herDrawer.getByText("Write a note first").waitFor();
      await herDrawer.getByRole("textbox", { name: "Note" }).fill("May leave at noon.");
      assert.deepEqual(await findViolations(hers.page), []);
      await herDrawer.getByRole("button", { name: "Save note" }).click();
      await herDrawer.getByText("May leave at noon.").waitFor();
      await myDrawer.getByText("May leave at noon.").waitFor();
      await row(mine.page, ada).getByText("1 note for staff").waitFor({ state: "attached" });
      await until("the focus is not lost", () => hers.page.evaluate(() => document.activeElement !== document.body));

      await hers.page.close();
      await mine.page.getByText("Only you are here").waitFor();
      await until("nobody else looks", async () => await mine.page.locator("[data-looked-at]").count() === 0);
      assert.deepEqual([...mine.complaints, ...hers.complaints], []);
    });
  },
);
