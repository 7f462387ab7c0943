import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { lookAt } from "../support/student_look.ts";
import { LOOKS, watchedPage } from "../support/watched_page.ts";

const WAYS = LOOKS.flatMap((look) => (["en-GB", "de"] as const).map((locale) => ({ look, locale })));

for (const { look, locale } of WAYS) {
  browserTest(
    `[DR40] from the foot of a page to an operation of the reference, by keyboard: ${look.width} px, ${look.scheme}, ${locale}`,
    async (browser, server) => {
      const german = locale === "de";
      const { page, complaints, context } = await watchedPage(browser, server.url, look, locale);
      await page.goto("/docs");
      await page.getByRole("link", { name: "API", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: german ? "API-Referenz" : "API reference" }).waitFor();
      assert.equal(await page.getByText("Die Referenz selbst ist auf Englisch.").count(), german ? 1 : 0);
      const look_ = async (name: string) => {
        await lookAt(page, `api_${name}_${look.width}_${locale}`);
        assert.deepEqual(await findViolations(page), [], name);
      };
      await look_("contents");
      await page.getByRole("link", { name: "Append a batch of captured events" }).press("Enter");
      await page.waitForURL("**/api/reference/sitting#log_activity");
      await look_("sitting");
      const batch = page.locator("section", { has: page.locator("#log_activity") });
      const events = batch.locator("summary", { hasText: "events" }).first();
      await events.press("Enter");
      await batch.locator("summary", { hasText: "keystroke_data" }).first().press("Enter");
      await batch.getByText("Milliseconds the key was held").first().waitFor();
      await look_("fields");
      await page.goto("/api/reference/sockets");
      await look_("sockets");
      assert.deepEqual(complaints, []);
      await context.close();
    },
  );
}

browserTest("[DR40] the reference is read without JavaScript, and loads none", async (browser, server) => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await page.goto("/api/reference/exams");
  const create = page.locator("section", { has: page.locator("#create_exam") });
  await create.getByText("For instructors and admins.").waitFor();
  await create.locator("pre", { hasText: "curl" }).first().waitFor();
  await create.locator("summary", { hasText: "questions" }).first().click();
  await create.locator("summary", { hasText: '"essay"' }).first().click();
  assert.deepEqual(scripts, []);
  await context.close();
});

browserTest("[DR43] a page loads the client as it is served, and calls with it", async (browser, server) => {
  const { page, complaints, context } = await watchedPage(browser, server.url);
  await page.goto("/api");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "invigil-client.mjs" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "invigil-client.mjs");
  const said = await page.evaluate(async (path) => {
    const { createClient } = await import(path);
    return await createClient({ server: location.origin }).call("ping");
  }, "/static/build/invigil-client.mjs");
  assert.deepEqual(said, { message: "Server is running" });
  assert.deepEqual(complaints, []);
  await context.close();
});
