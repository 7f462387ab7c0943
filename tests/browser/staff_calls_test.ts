import { BROWSER_TEST } from "../support/browser.ts";
import { onStage } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

Deno.test(
  "[PR20] a call of the staff's pages that nobody answers is given up and said, and works at the next try",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const { page } = await watchedPage(browser, server.origin);
      let isSilent = true;
      await page.route("**/api/session", (route) => isSilent ? new Promise<void>(() => {}) : route.continue());
      await page.goto("/login");
      await page.waitForSelector("html[data-ready]");
      await page.getByLabel("Username").fill("admin");
      await page.getByLabel("Password").fill(ADMIN_PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByText("The server gave no answer. Check the connection and try again.").waitFor({
        timeout: 14_000,
      });
      isSilent = false;
      await signInOn(page, "admin", ADMIN_PASSWORD);
    });
  },
);
