import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { lookAt } from "../support/student_look.ts";
import { eventually, handIn, joinExam, newStudentPage, untilSaved } from "../support/student_page.ts";

/** Everything that the student's database has, by its store. */
function left(page: Page): Promise<{ batches: string; notes: string; session: string }> {
  return page.evaluate(() =>
    new Promise<{ batches: string; notes: string; session: string }>((resolve) => {
      const opening = indexedDB.open("invigil");
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(["batches", "notes", "session"]);
        const [batches, notes, session] = ["batches", "notes", "session"].map((name) =>
          transaction.objectStore(name).getAll()
        );
        transaction.oncomplete = () => {
          opening.result.close();
          resolve({
            batches: JSON.stringify(batches.result),
            notes: JSON.stringify(notes.result),
            session: JSON.stringify(session.result),
          });
        };
      };
    })
  );
}

async function sitAndHandIn(page: Page, url: string): Promise<void> {
  await joinExam(page, url);
  await page.getByLabel("Your answer").pressSequentially("Mine alone.", { delay: 5 });
  await untilSaved(page);
  const before = await left(page);
  assert.match(before.notes, /Mine alone/);
  assert.match(before.notes, /questions/);
  await page.getByRole("button", { name: "Review and submit" }).first().click();
  await handIn(page);
  await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
}

browserTest(
  "[EX34] [EX35] [EX37] what was handed in leaves the device, and the closing page says what was received",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page, problems } = await newStudentPage(context);
    await sitAndHandIn(page, server.url);
    const NOTHING = { batches: "[]", notes: "[]", session: "[]" };
    await eventually(
      async () => JSON.stringify(await left(page)) === JSON.stringify(NOTHING),
      "everything of it leaves the device",
    );
    for (const again of [false, true]) {
      if (again) await page.reload();
      await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
      await page.getByText(/^1 of \d+ questions answered, 11 characters in all$/).waitFor();
      for (const name of ["Your receipt", "What happens next", "On this device"]) {
        await page.getByRole("heading", { name }).waitFor();
      }
      await page.getByText(/deleted after 180 days; .* after 730 days/).waitFor();
    }
    assert.deepEqual(await left(page), NOTHING);

    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole("heading", { name: "No exam is open on this device" }).waitFor();

    const keep = page.getByLabel("This is my own device");
    await keep.check();
    await eventually(async () => (await left(page)).session.includes("Ada Lovelace"), "it is kept where it is wanted");
    await other.goto(`${server.url}/result`);
    await other.getByRole("heading", { name: "Not released yet" }).or(other.getByText("Not released yet")).first()
      .waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "On this device" }).waitFor();
    await eventually(() => keep.isChecked(), "it stays so");
    await keep.uncheck();
    await eventually(async () => (await left(page)).session === "[]", "and goes again");
    assert.deepEqual(problems, []);
  },
);

browserTest(
  "[EX37] the closing page is accessible, at any width, in German and from right to left",
  async (browser, server) => {
    await server.publish({
      code: "CLOSE-DE",
      title: "Statistik im Überblick: Schätzen, Prüfen, Entscheiden",
      language: "de",
      duration_minutes: 30,
      questions: [{ id: "q1", type: "essay", text: "Schreiben Sie.", points: 1 }],
      policy: { results: { release: "after_close" } },
    });
    const looks = [
      { width: 1440, height: 900, colorScheme: "light" as const },
      { width: 390, height: 844, colorScheme: "dark" as const },
    ];
    for (const { colorScheme, ...viewport } of looks) {
      const context = await browser.newContext({ viewport, colorScheme });
      const { page } = await newStudentPage(context);
      await sitAndHandIn(page, server.url);
      await page.getByText("What happens next").waitFor();
      await lookAt(page, `closing_${viewport.width}`);
      assert.deepEqual(await findViolations(page), []);
      await page.evaluate(() => document.documentElement.dir = "rtl");
      await lookAt(page, `closing_rtl_${viewport.width}`);
      await context.close();

      const german = await browser.newContext({ viewport, colorScheme });
      const { page: seite } = await newStudentPage(german);
      const { session_token: token, attempt_id: attemptId } = await server.join("Ada Lovelace", "CLOSE-DE");
      await server.call("POST", "/submit_exam", token, { answers: { q1: "Geschrieben." } });
      await seite.goto(`${server.url}/join/CLOSE-DE`);
      await seite.evaluate(([key, value]) => sessionStorage.setItem(key, value), [
        `attempt:${attemptId}`,
        JSON.stringify({ attemptId, token, name: "Ada Lovelace", exam: "Statistik", code: "CLOSE-DE" }),
      ]);
      await seite.goto(`${server.url}/exam?attempt=${attemptId}&language=de`);
      await seite.getByRole("heading", { name: "Wie es weitergeht" }).waitFor();
      await seite.getByText("Sobald die Prüfung für alle geschlossen ist").waitFor();
      await lookAt(seite, `closing_de_${viewport.width}`);
      assert.deepEqual(await findViolations(seite), []);
      await german.close();
    }
  },
);
