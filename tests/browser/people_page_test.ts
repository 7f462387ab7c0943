import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

const EXAM = {
  code: "PEOPLE",
  title: "Biology, first part",
  duration_minutes: 60,
  questions: [{ id: "q1", type: "essay", text: "Why?" }],
};

const WRONG = `Matrikelnummer;Name;Gruppe;Zusatzzeit
1001;Ada Lovelace;Saal 1;25 %
1002;Bo Diddley;Saal 1;viel
1002;Cy Twombly;Saal 2;
`;

/** Where pictures go that somebody looks at; nowhere else than there where nobody asks for them. */
const PICTURES = Deno.env.get("PICTURES");

async function look(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  assert.deepEqual(await findViolations(page), [], name);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${name} is ${beyond} px wider than the window`);
}

browserTest(
  "[PE30] a list with faults is mended where it stands and applied, its slips are printed, and a student comes by one",
  async (browser, server) => {
    const { examId } = await server.publish(EXAM);
    const { page, complaints } = await watchedPage(browser, server.url);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.goto(`/exams/${examId}/people`);
    await page.getByText("Nobody is on the list yet").waitFor();
    await look(page, "empty");
    await page.getByRole("button", { name: "Bring a list" }).click();
    await page.getByLabel("List", { exact: true }).fill(WRONG);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("2 errors to mend before it can be applied").waitFor();
    await look(page, "faults");
    assert.equal(await page.getByRole("button", { name: "Apply" }).count(), 0);
    await page.getByRole("button", { name: "Line 3" }).click();
    assert.equal(
      await page.evaluate(() => {
        const area = document.activeElement as HTMLTextAreaElement;
        return area.value.slice(area.selectionStart, area.selectionEnd);
      }),
      "1002;Bo Diddley;Saal 1;viel",
    );
    await page.keyboard.type("1002;Bo Diddley;Saal 1;15 min");
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("1 error to mend").waitFor();
    await page.getByRole("button", { name: "Line 4" }).click();
    await page.keyboard.type("1003;Cy Twombly;Saal 2;");
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("3 new, 0 changed, 0 as they are").waitFor();
    assert.ok(await page.getByLabel("Only those on this list").isChecked(), "[PE34] a list closes the exam by default");
    await page.getByLabel("Anybody with the code too").check();
    await look(page, "preview");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText("3 personal links made").waitFor();
    await page.getByRole("cell", { name: "Ada Lovelace" }).first().waitFor();
    await look(page, "made");
    await page.getByText("Anybody can join with the code PEOPLE").waitFor();
    await page.getByRole("button", { name: "Change who may come in" }).click();
    await page.getByLabel("Only those on this list").check();
    await look(page, "who");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Only those on this list can sit the exam").waitFor();
    assert.equal((await server.services.exams.require(examId)).document.join, "roster");
    await page.getByRole("link", { name: "Print slips" }).click();
    await page.getByRole("heading", { name: "Ada Lovelace" }).waitFor();
    await look(page, "slips");
    await page.emulateMedia({ media: "print" });
    assert.ok(!await page.getByRole("button", { name: "Print" }).isVisible());
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.setViewportSize({ width: 794, height: 1123 });
    if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/slips-print.png`, fullPage: true });
    await page.emulateMedia({ media: "screen", colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await look(page, "slips-390");
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
    await page.setViewportSize({ width: 1440, height: 900 });
    const slip = page.getByRole("listitem").filter({ hasText: "Ada Lovelace" });
    const token = await slip.locator("code").nth(1).innerText();

    const student = await watchedPage(browser, server.url, LOOKS[1]);
    await student.page.goto(`/join/PEOPLE#${token}`);
    await student.page.getByText("You are Ada Lovelace, number 1001").waitFor();
    await student.page.getByText("You have 75 minutes; 15 minutes of it is the extra time").waitFor();
    await look(student.page, "personal");
    const before = server.services.now();
    await student.page.getByRole("checkbox", { name: /agree/i }).check();
    await student.page.locator("form button[type=submit]").click();
    await student.page.waitForURL((url) => url.pathname === "/exam");
    const [{ attempt_id, state }] = (await server.services.stores.attempts.getMany(
      await Array.fromAsync(server.services.stores.examAttempts.list(examId)),
    )).map(({ record, head }) => ({ attempt_id: record.attemptId, state: head.state, deadline: head.deadline }));
    assert.equal(state, "active");
    const head = await server.services.stores.attempts.getHead(attempt_id);
    assert.ok(Math.abs((head?.head.deadline ?? 0) - before - 75 * 60_000) < 30_000);

    await page.goto(`/exams/${examId}/people`);
    await page.getByText("2 not come yet · 1 writing").waitFor();
    await page.getByRole("button", { name: "Change Bo Diddley" }).click();
    await page.getByLabel("More time, in percent").fill("10");
    await look(page, "student");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("10 % more time, 15 min more").or(page.getByText("10% more time, 15 min more")).waitFor();
    await page.getByRole("button", { name: "Change Bo Diddley" }).click();
    await page.getByRole("button", { name: "Make a new link" }).click();
    await page.getByText("1 personal link made").waitFor();
    await page.getByRole("link", { name: "Room", exact: true }).click();
    const leaving = page.getByRole("dialog", { name: "Leave without the personal links?" });
    await leaving.waitFor();
    await look(page, "leaving");
    await leaving.getByRole("button", { name: "Stay" }).click();
    assert.equal(new URL(page.url()).pathname, `/exams/${examId}/people`, "[PE35] whoever stays, stays");
    const blocked = await page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
    assert.ok(blocked, "[PE35] the browser asks before the tab is closed");
    await page.getByRole("button", { name: "Save as CSV" }).click();
    // [PE35] links that were saved hold nobody: once the page has drawn that they are.
    await page.waitForFunction(() => dispatchEvent(new Event("beforeunload", { cancelable: true })));

    await page.getByRole("button", { name: "Try it now" }).click();
    await page.waitForURL((url) => url.pathname === "/exam");
    await page.getByText("Why?").first().waitFor();
    await page.goto(`/exams/${examId}/people`);
    await page.getByRole("button", { name: /Remove the trial of admin/ }).waitFor();
    await look(page, "trial");
    await page.getByRole("button", { name: /Remove the trial of admin/ }).click();
    await page.getByRole("button", { name: /Remove the trial of admin/ }).waitFor({ state: "detached" });
    assert.deepEqual([...complaints, ...student.complaints], []);
  },
);

browserTest(
  "[PE31] two thousand students are found by name, group and state; the page holds in German and at phone width",
  async (browser, server) => {
    const { examId } = await server.publish({ ...EXAM, language: "de", join: "roster", roster: [{ name: "Zoë" }] });
    const admin = await server.signIn();
    const roster = Array.from({ length: 2_000 }, (_, n) => ({
      name: n === 0 ? `Maximiliane Alexandra Wilhelmine ${"von und zu ".repeat(6)}Hohenstein` : `Student ${n}`,
      number: String(10_000 + n),
      group: n % 3 === 0 ? "A group with quite a long name of its own" : "B",
      ...(n % 5 === 0 && { accommodations: { extra_time_percent: 25, technologies: ["screen_reader"] } }),
    }));
    const path = `/api/exams/${examId}/roster?apply=true`;
    assert.equal((await server.call("POST", path, admin, roster)).status, 200);
    for (const look_ of LOOKS) {
      const { page, complaints, context } = await watchedPage(browser, server.url, look_, "de");
      await page.goto("/login");
      await page.locator("html[data-ready]").waitFor();
      await page.locator("#username").fill("admin");
      await page.locator("input[type=password]").fill(ADMIN_PASSWORD);
      await page.locator("form button[type=submit]").click();
      await page.waitForURL((url) => url.pathname !== "/login");
      await page.goto(`/exams/${examId}/people`);
      await page.getByText("1–50 von 2.001").waitFor();
      if (look_.width === 390) await page.evaluate(() => document.documentElement.dir = "rtl");
      await look(page, `many-${look_.width}`);
      await page.getByRole("searchbox").fill("hohenstein");
      await page.getByRole("cell", { name: /Hohenstein$/ }).waitFor();
      assert.equal(await page.locator("tbody").first().locator("tr").count(), 1);
      await page.getByRole("button", { name: /^Maximiliane/ }).click();
      await look(page, `student-${look_.width}`);
      await page.keyboard.press("Escape");
      await page.getByRole("searchbox").fill("");
      await page.getByLabel("Gruppe", { exact: true }).selectOption({ label: "B" });
      await page.getByText("1–50 von 1.333").waitFor();
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
);
