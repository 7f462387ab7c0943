import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { LogEntry } from "../../protocol/log_entry.ts";
import { AttemptDetail, RedactedLogPage } from "../../protocol/attempt_detail.ts";
import { createState, fold } from "../../scoring/fold.ts";
import { build } from "../../server/tasks/build.ts";
import { BROWSER_TEST, launchBrowser } from "../support/browser.ts";
import { ADMIN_PASSWORD, RunningServer } from "../support/running_server.ts";
import { eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

const Captured = z.object({ attempt_id: z.string(), entries: z.array(LogEntry) });

async function get<Schema extends z.ZodType>(url: string, token: string, schema: Schema): Promise<z.infer<Schema>> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(response.status, 200, url);
  return schema.parse(await response.json());
}

/** Two browsers: a student cannot see into the proctor's, nor the other way. */
async function onTwoScreens(
  act: (stage: { server: RunningServer; students: Browser; proctors: Browser }) => Promise<void>,
): Promise<void> {
  await build();
  await using server = await RunningServer.start();
  const [students, proctors] = await Promise.all([launchBrowser(), launchBrowser()]);
  try {
    await act({ server, students, proctors });
  } finally {
    await Promise.all([students.close(), proctors.close()]);
  }
}

/** Puts a text on the clipboard from another page, and pastes it into the answer. */
async function pasteFromOutside(page: Page, text: string): Promise<void> {
  const other = await page.context().newPage();
  await other.setContent("<textarea autofocus></textarea>");
  await other.locator("textarea").fill(text);
  await other.locator("textarea").selectText();
  await other.keyboard.press("Control+C");
  await other.close();
  await page.bringToFront();
  await page.getByRole("textbox").first().focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+V");
}

Deno.test(
  "[MJ1] a student writes, moves, leaves the tab and pastes; the proctor sees the risk rise with its reasons; the log replays to the bit",
  BROWSER_TEST,
  async () => {
    await onTwoScreens(async ({ server, students, proctors }) => {
      const adminToken = await server.signIn();
      const [{ exam_id }] = await get(
        `${server.origin}/api/exams`,
        adminToken,
        z.array(z.object({ exam_id: z.string() })),
      );
      const room = await watchedPage(proctors, server.origin);
      await signInOn(room.page, "admin", ADMIN_PASSWORD);
      await room.page.goto(`/exams/${exam_id}/room`);

      const context = await students.newContext({ viewport: { width: 1440, height: 900 } });
      const { page, problems, sent } = await newStudentPage(context);
      await joinExam(page, server.origin, "Ada Lovelace");
      const row = room.page.locator("[data-attempt]").filter({ hasText: "Ada Lovelace" });
      await row.waitFor();

      await page.getByRole("textbox").first().click();
      await page.keyboard.type("The evidence points one way, but the sample was small. ", { delay: 45 });
      for (let step = 0; step < 12; step++) await page.mouse.move(200 + 60 * step, 300 + 25 * step, { steps: 3 });
      // Another tab in front, for long enough to count.
      const other = await context.newPage();
      await other.bringToFront();
      await page.evaluate(() => {
        Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        globalThis.dispatchEvent(new Event("blur"));
      });
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      await other.close();
      await page.evaluate(() => {
        Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        globalThis.dispatchEvent(new Event("focus"));
      });
      for (let round = 0; round < 3; round++) {
        await pasteFromOutside(
          page,
          `Paragraph ${round} that somebody else wrote, long enough to be worth a look. `.repeat(8),
        );
        await eventually(() => sent.of("paste_event").length > round, "the paste was captured");
      }
      await untilSaved(page);

      // How even the browser's own typing comes out depends on the machine: Medium on a quick one, High on another.
      await eventually(async () => /\b(Medium|High)\b/.test(await row.innerText()), "the risk rose in the room");
      await row.getByText("Text from outside").waitFor();
      await row.click();
      const drawer = room.page.getByRole("dialog").or(room.page.locator("aside"));
      await drawer.getByText(/without being typed/).first().waitFor();

      const types = new Set(sent.all().map((event) => event.type));
      for (
        const type of [
          "keystroke_data",
          "mouse_data",
          "tab_switch",
          "focus_change",
          "paste_event",
          "answer_edit",
        ] as const
      ) {
        assert.ok(types.has(type), `${type} was captured`);
      }
      assert.ok(sent.of("paste_event").every((paste) => paste.origin === "outside"));

      const token = await tokenOf(page);
      assert.deepEqual(problems, []);
      await context.close();
      await row.getByText("now", { exact: true }).waitFor({ state: "detached" });
      const captured = await get(`${server.origin}/api/attempt/captured`, token, Captured);
      const url = `${server.origin}/api/exams/${exam_id}/attempts/${captured.attempt_id}`;
      const { contexts } = await get(`${url}/log`, adminToken, RedactedLogPage);
      const state = createState();
      let last: unknown = null;
      for (const entry of captured.entries) {
        const report = structuredClone(fold(state, entry, contexts[entry.context]));
        if (entry.kind === "batch") assert.deepEqual({ risk: report.risk, level: report.level }, entry.report);
        last = report;
      }
      const detail = await get(url, adminToken, AttemptDetail);
      assert.deepEqual(detail.report, last);

      const first = captured.entries.find((entry) => entry.kind === "batch");
      assert.ok(first?.kind === "batch");
      const resend = await fetch(`${server.origin}/log_activity`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ seq: first.seq, sentAt: first.sentAt, events: first.events }),
      });
      assert.equal(z.object({ ack: z.number() }).parse(await resend.json()).ack, first.seq);
      const again = await get(`${server.origin}/api/attempt/captured`, token, Captured);
      assert.deepEqual(again.entries, captured.entries);
      assert.deepEqual(room.complaints, []);
    });
  },
);
