import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { BatchScorer } from "../../server/tasks/batch_scorer.ts";
import { defaultContext } from "../../scoring/fold.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { lookAt } from "../support/student_look.ts";
import { LOOKS, watchedPage } from "../support/watched_page.ts";

/** The risk that the proctor's side tells. */
async function riskOf(page: Page): Promise<number> {
  return Number(await page.locator("[data-demo-risk]").getAttribute("data-demo-risk"));
}

for (const [look, locale] of [[LOOKS[0], "en-GB"], [LOOKS[1], "de"]] as const) {
  browserTest(
    `[DR30] [DR31] a visitor writes, pastes and lets a program type; nothing is sent: ${look.width} px, ${locale}`,
    async (browser, server) => {
      const german = locale === "de";
      const { page, complaints, context } = await watchedPage(browser, server.url, look, locale);
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.goto("/demo");
      await page.locator("html[data-ready]").waitFor();
      await page.waitForLoadState("networkidle");
      await lookAt(page, `demo_before_${look.width}`);
      assert.deepEqual(await findViolations(page), []);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
      await page.getByRole("button", { name: german ? "Beginnen" : "Begin" }).click();
      const field = page.getByRole("textbox").first();
      await field.click();
      await page.keyboard.type("I went home. ", { delay: 60 });
      await page.getByText(german ? /^Eine Taste: ein Buchstabe/ : /^A key: a letter/).first().waitFor();
      await page.evaluate(() =>
        navigator.clipboard.writeText("A whole sentence that somebody else has written, and long. ".repeat(8))
      );
      await page.keyboard.press("Control+V");
      await page.getByText(german ? /Text von außerhalb/ : /Text from outside/).first().waitFor();
      await page.getByRole("button", { name: german ? "Für mich tippen" : "Type for me" }).click();
      await page.getByRole("button", { name: german ? "Für mich tippen" : "Type for me" }).and(
        page.locator(":not([aria-busy=true])"),
      )
        .waitFor({ timeout: 30_000 });
      await lookAt(page, `demo_sitting_${look.width}`);
      assert.deepEqual(await findViolations(page), []);
      const written = await field.inputValue();
      await page.getByRole("button", { name: german ? "Abgeben" : "Hand in" }).click();
      await page.getByRole("heading", { name: german ? /wie die Antwort entstand/ : /how the answer came to be/ })
        .waitFor();
      const risk = await riskOf(page);
      assert.ok(risk > 0);

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: german ? "Ereignisse speichern" : "Save the events" }).click(),
      ]);
      const scorer = new BatchScorer(defaultContext());
      const lines = (await Deno.readTextFile(await download.path())).trim().split("\n");
      const scored = lines.map((line) => {
        const { scored, problem } = scorer.take(line);
        assert.equal(problem, null, line);
        return JSON.parse(scored ?? "null");
      });
      assert.equal(scored[scored.length - 1].risk, risk, "as deno task score says");
      await page.locator("[data-replay-scrubber]").press("End");
      const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();
      assert.equal(plain(await page.locator("[data-replay-text]").first().innerText()), plain(written));
      await page.getByText(german ? "Wie bewertet" : "As scored").first().waitFor();
      await lookAt(page, `demo_over_${look.width}`);
      assert.deepEqual(await findViolations(page), []);
      assert.deepEqual(asked, [], "nothing is asked for, and nothing sent");
      assert.deepEqual(complaints, []);
      await context.close();
    },
  );
}
