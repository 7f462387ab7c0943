import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { alarm, join, onStage, row } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

Deno.test(
  "[DK81] [DK82] a reason's moment and a mark on the course lead to their events, by keyboard as well; End stands apart",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const student = await join(server, "Grace Hopper");
      await alarm(server, student);
      for (const look of LOOKS) {
        const { page, complaints, context } = await watchedPage(browser, server.origin, look);
        await signInOn(page, "admin", ADMIN_PASSWORD);
        await page.goto(`/exams/${examId}/room/${student.attempt_id}`);
        await row(page, student).waitFor();
        const drawer = page.getByRole("complementary", { name: "Grace Hopper" });
        await drawer.getByRole("button", { name: "Show the events of 0:30–11:20" }).click();
        const panel = drawer.getByRole("tabpanel");
        await panel.getByText("Events from 0:30 to 11:20").waitFor();
        assert.ok(await panel.evaluate((element) => element === document.activeElement), "the focus goes along");
        await panel.locator("li").nth(6).waitFor();
        const times = await panel.locator("li > span:first-child").allInnerTexts();
        assert.ok(times.every((text) => !/^0:[012]\d/.test(text)), "earlier ones are left out");
        await panel.getByRole("button", { name: "Show all" }).click();
        await panel.getByText("Events from 0:30 to 11:20").waitFor({ state: "detached" });

        await drawer.getByRole("tab", { name: "Why" }).click();
        const figure = drawer.locator("figure");
        await figure.locator("canvas").waitFor();
        const all = Number(/^0 of (\d+)$/.exec(await figure.getByText(/^0 of \d+$/).innerText())?.[1]);
        const next = figure.getByRole("button", { name: "Next mark" });
        await next.focus();
        for (let mark = 1; mark <= all && await figure.getByText("Risk rose above 70.").count() === 0; mark++) {
          await page.keyboard.press("Enter");
          await figure.getByText(`${mark} of ${all}`).waitFor();
        }
        await figure.getByText("Risk rose above 70.").waitFor();
        await figure.getByRole("button", { name: "Look closer" }).press("Enter");
        assert.deepEqual(await findViolations(page), []);
        await figure.getByRole("button", { name: "The events around 1:22" }).press("Enter");
        await panel.getByText("Events from 0:52 to 1:52").waitFor();

        const actions = drawer.getByRole("group", { name: "Actions" });
        const [extend, end] = await Promise.all(
          ["Extend", "End"].map((name) => actions.getByRole("button", { name, exact: true }).boundingBox()),
        );
        assert.ok(end!.y > extend!.y || end!.x - (extend!.x + extend!.width) > 12, "End stands apart");

        // In the review the same leads to its moment in the replay.
        await page.goto(`/exams/${examId}/review/${student.attempt_id}`);
        await page.getByRole("button", { name: "Show the events of 0:30–11:20" }).click();
        await page.getByText(/^0:30 of 11:/).waitFor();
        assert.deepEqual(complaints, []);
        await context.close();
      }
    });
  },
);
