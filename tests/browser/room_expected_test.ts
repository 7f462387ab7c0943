import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { onStage, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

const roster = [
  { name: "Ada Lovelace", number: "1", group: "Hall 1", token: "a-token-of-the-tests-0001" },
  { name: "Grace Hopper", number: "2", group: "Hall 2", token: "a-token-of-the-tests-0002" },
];

Deno.test(
  "[DK4] [DK3] [DK5] [DK6] a drawer on somebody who has not come says how they get in, and shows their attempt once they come",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const token = await server.signIn();
      const document = {
        code: "HALLS",
        title: "Halls",
        duration_minutes: 60,
        join: "roster",
        questions: [{ id: "q1", type: "essay", text: "Why?" }],
        closes_at: new Date(Date.now() + 3 * 3_600_000).toISOString(),
        roster,
      };
      const { exam_id } = await server.call("POST", "/api/exams", { token, body: document });
      const { page, complaints } = await watchedPage(browser, server.origin);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${exam_id}/room`);
      const row = page.locator("[data-attempt]").filter({ hasText: "Ada Lovelace" });
      await row.waitFor();
      assert.match(await row.innerText(), /Not here yet/);
      assert.doesNotMatch(await row.innerText(), /Too early|Low|0/);

      const strip = page.getByRole("group", { name: "State" });
      assert.deepEqual((await strip.getByRole("button").allInnerTexts()).map((text) => text.replace(/\s+/g, " ")), [
        "Everybody 2",
        "Needs me 0",
        "Not here yet 2",
        "Active 0",
        "Finished 0",
        "Not connected 0",
      ]);
      await strip.getByRole("button", { name: "Active" }).click();
      await row.waitFor({ state: "detached" });
      await strip.getByRole("button", { name: "Active" }).click();
      await row.waitFor();
      assert.match(await page.getByRole("timer").innerText(), /^Closes in 2:59:\d\d$/);

      await page.getByLabel("Group").selectOption("Hall 2");
      await row.waitFor({ state: "detached" });
      await page.getByLabel("Group").selectOption("");
      await row.getByRole("button").click();
      const drawer = page.getByRole("complementary", { name: "Ada Lovelace" });
      await drawer.getByText("They join with their personal link", { exact: false }).waitFor();
      assert.equal(
        await drawer.getByRole("button", { name: "Pause", exact: true }).count(),
        0,
        "nothing can be done to nobody",
      );
      assert.deepEqual(await findViolations(page), []);

      await server.call("POST", "/start_exam", { body: { token: roster[0].token } });
      await drawer.getByRole("button", { name: "Pause", exact: true }).waitFor();
      await until("one row is left of her", async () => await row.count() === 1);
      assert.match(await row.innerText(), /Active\s*(59:\d\d|1:00:00)/);
      await strip.getByRole("button", { name: "Active" }).getByText("1").waitFor();
      assert.deepEqual(complaints, []);
    });
  },
);
