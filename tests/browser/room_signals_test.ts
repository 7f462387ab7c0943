import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { alarm, join, onStage, row, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

/** What a page has told beyond itself: tones that began, and what notifications said. */
const told = (page: Page) =>
  page.evaluate(() => {
    const { tones = 0, notes = [] } = globalThis as unknown as { tones?: number; notes?: string[] };
    return { tones, notes };
  });

/** Notes tones and notifications as they leave, and lets a test say that the page is not in front. */
function listen(): void {
  const seen = globalThis as unknown as { tones: number; notes: string[]; behind: boolean };
  seen.tones = 0;
  seen.notes = [];
  seen.behind = false;
  const create = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function () {
    seen.tones++;
    return create.call(this);
  };
  globalThis.Notification = class extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      seen.notes.push(`${title} ${options?.body ?? ""}`.trim());
    }
  };
  Object.defineProperty(document, "hidden", { get: () => seen.behind });
}

Deno.test(
  "[DK85] [DK84] a new alert sounds and is notified of only where a proctor asked for it, once a student and minute, without a name",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const { page, complaints, context } = await watchedPage(browser, server.origin);
      await context.addInitScript(listen);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      const [ada, grace, kay] = [await join(server, "Ada"), await join(server, "Grace"), await join(server, "Kay")];
      const openRoom = async () => {
        await page.goto(`/exams/${examId}/room`);
        await row(page, ada).waitFor();
        await page.locator("html[data-ready]").waitFor();
      };
      await openRoom();
      await alarm(server, ada);
      await page.getByText(/Ada: risk/).waitFor();
      assert.deepEqual(await told(page), { tones: 0, notes: [] }, "nobody has asked for it");

      await page.getByText("Tell me", { exact: true }).click();
      await page.getByLabel("A notification of this computer while this page is not in front").click();
      await page.getByText("This browser does not let the page show notifications.").waitFor();
      await context.grantPermissions(["notifications"], { origin: server.origin });
      await page.getByLabel("A notification of this computer while this page is not in front").check();
      await page.getByLabel("A short sound for each new alert").check();
      assert.deepEqual(await findViolations(page), []);
      assert.equal((await told(page)).tones, 2, "whoever turns it on hears it");

      // Kept in this browser; a risk that rises to 100 is one alert, and sounds once.
      await openRoom();
      await page.evaluate(() => Object.assign(globalThis, { behind: true }));
      await alarm(server, grace);
      await page.getByText(/Grace: risk 100/).waitFor();
      await until("it has sounded", async () => (await told(page)).tones > 0);
      const { tones, notes } = await told(page);
      assert.deepEqual([tones, notes], [2, ["New alert: Reasoning with evidence"]]);
      await page.getByRole("button", { name: "2 open alerts" }).waitFor();

      // What is handled and rises again in the same minute waits for the next one.
      await page.getByRole("button", { name: "Acknowledge all 2" }).click();
      await page.getByText(/risk 100/).first().waitFor({ state: "detached" });
      await page.evaluate(() => Object.assign(globalThis, { behind: false, tones: 0, notes: [] }));
      await alarm(server, kay);
      await page.getByText(/Kay: risk 100/).waitFor();
      assert.deepEqual((await told(page)).notes, [], "the page is in front");
      const phone = await watchedPage(browser, server.origin, LOOKS[1]);
      await signInOn(phone.page, "admin", ADMIN_PASSWORD);
      await phone.page.goto(`/exams/${examId}/room`);
      await phone.page.getByText("Tell me", { exact: true }).click();
      const box = await phone.page.getByText("Kept in this browser.").boundingBox();
      assert.ok(box !== null && box.x >= 0 && box.x + box.width <= 390, "the menu stands in the window");
      assert.deepEqual([...complaints, ...phone.complaints], []);
    });
  },
);
