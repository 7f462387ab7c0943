import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { join, onStage, row, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

Deno.test(
  "[DK50] [DK51] a drawer has an address: by link, by reload, by Back; one of nobody says so",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const room = `/exams/${examId}/room`;
      const [ada, grace] = [await join(server, "Ada Lovelace"), await join(server, "Grace Hopper")];
      const { page, complaints } = await watchedPage(browser, server.origin);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(room);
      await row(page, ada).getByRole("button").click();
      const drawerOf = (name: string) => page.getByRole("complementary", { name });
      await drawerOf("Ada Lovelace").getByText("What the risk is made of").waitFor();
      const path = () => new URL(page.url()).pathname;
      assert.equal(path(), `${room}/${ada.attempt_id}`);
      await until("the title names her", async () => (await page.title()).startsWith("Ada Lovelace · "));
      await drawerOf("Ada Lovelace").getByRole("button", { name: "Copy the link" }).waitFor();
      assert.deepEqual(await findViolations(page), []);

      await page.reload();
      await drawerOf("Ada Lovelace").getByText("What the risk is made of").waitFor();
      await row(page, grace).getByRole("button").click();
      await drawerOf("Grace Hopper").waitFor();
      await page.goBack();
      await drawerOf("Grace Hopper").waitFor({ state: "detached" });
      assert.equal(path(), room);
      await until("the title is the room's", async () => !(await page.title()).includes("Hopper"));
      await page.goForward();
      await drawerOf("Grace Hopper").waitFor();
      await page.keyboard.press("Escape");
      await until("the room's address", () => Promise.resolve(path() === room));
      assert.deepEqual(complaints, []);

      await page.goto(`${room}/nobody`);
      await page.getByText("There is no such attempt in this exam", { exact: false }).waitFor();
      await page.getByRole("button", { name: "Close" }).click();
      await until("the room's address", () => Promise.resolve(path() === room));
      await row(page, ada).waitFor();
    });
  },
);
