import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { lookAt } from "../support/student_look.ts";
import { LOOKS, watchedPage } from "../support/watched_page.ts";

browserTest(
  "[DR56] every component stands on the page of style in its states, in both schemes whatever the browser's own is",
  async (browser, server) => {
    for (const look of LOOKS) {
      const { page, complaints, context } = await watchedPage(browser, server.url, look);
      await page.goto("/style");
      const grounds = await page.locator("#Palette [data-scheme]").evaluateAll((parts) =>
        parts.map((part) => getComputedStyle(part).backgroundColor)
      );
      assert.deepEqual(grounds, ["rgb(251, 251, 252)", "rgb(18, 20, 25)"]);
      await lookAt(page, `style_${look.width}`);
      // What has a name of its own stands here twice.
      const found = (await findViolations(page)).filter(({ rule }) => rule !== "landmark-unique");
      assert.deepEqual(found, []);
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
  { INVIGIL_STYLE: "on" },
);
