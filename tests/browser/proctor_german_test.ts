import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { alarm, join, onStage, row, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { LOOKS, watchedPage } from "../support/watched_page.ts";

Deno.test(
  "[WO32] a proctor whose browser asks for German signs in, works a room and asks the server in German",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const calm = await join(server, "Ada Lovelace");
      for (const look of LOOKS) {
        const { page, context, complaints } = await watchedPage(browser, server.origin, look, "de-DE");
        const name = `Grace Hopper ${look.width}`;
        const risky = await join(server, name);
        const asked = new Set<string | undefined>();
        page.on("request", (request) => {
          if (request.url().includes("/api/")) asked.add(request.headers()["accept-language"]);
        });
        const check = async (part: string) => {
          assert.deepEqual(await findViolations(page), [], part);
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(beyond <= 0, `${part} is ${beyond} px too wide`);
        };

        const login = await page.goto(`/exams/${examId}/room`);
        assert.match(login?.headers().vary ?? "", /accept-language/i);
        await page.locator("html[lang=de][data-ready]").waitFor();
        await page.getByRole("button", { name: "Anmelden" }).click();
        await page.getByText("Geben Sie Ihren Benutzernamen ein").waitFor();
        await check("login");
        await page.getByLabel("Benutzername").fill("admin");
        await page.getByLabel("Passwort").fill(ADMIN_PASSWORD);
        await page.getByRole("button", { name: "Anmelden" }).click();

        await row(page, calm).waitFor();
        assert.match(await row(page, calm).innerText(), /Nichts zu melden/);
        await page.getByText("Live", { exact: true }).waitFor();
        await alarm(server, risky);
        await page.getByRole("button", { name: `Gesehen: ${name}` }).waitFor();
        assert.match(await page.title(), /^\(1\) Hohes Risiko · .+ · Raum · Invigil$/);
        await check("room");
        await page.getByRole("button", { name: `Ansehen: ${name}` }).click();

        const drawer = page.getByRole("complementary", { name });
        await drawer.getByText("Woraus sich das Risiko zusammensetzt").waitFor();
        await check("why");
        const isLocked = (await drawer.innerText()).includes("Gesperrt");
        await drawer.getByRole("button", { name: isLocked ? "Freigeben" : "Pausieren" }).click();
        if (!isLocked) await page.getByRole("dialog").getByRole("button", { name: "Pausieren" }).click();
        await until("the row follows", async () => /Aktiv|Pausiert/.test(await row(page, risky).innerText()));
        await drawer.getByRole("button", { name: "Nachricht" }).click();
        await page.getByRole("dialog").getByRole("button", { name: "Senden" }).click();
        await page.getByText("Schreiben Sie eine Nachricht").waitFor();
        await page.getByRole("dialog").getByRole("textbox").fill("Bitte schließen Sie andere Fenster.");
        await page.getByRole("dialog").getByRole("button", { name: "Senden" }).click();
        await drawer.getByText("Gesendet.", { exact: true }).waitFor();

        await drawer.getByRole("tab", { name: "Ereignisse" }).click();
        await drawer.getByText("1.200 Zeichen von außerhalb eingefügt").first().waitFor();
        await drawer.getByText("Nachricht gesendet (admin): Bitte schließen Sie andere Fenster.").first().waitFor();
        await drawer.getByRole("tab", { name: "Warum" }).click();
        await drawer.getByRole("link", { name: "Anders bewerten, in der Durchsicht" }).click();
        await page.getByText("Wie bewertet", { exact: true }).waitFor();
        await check("what if");
        assert.deepEqual([...asked], ["de"]);
        assert.deepEqual(complaints, []);
        await context.close();
      }
    });
  },
);
