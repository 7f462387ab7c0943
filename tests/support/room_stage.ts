import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { build } from "../../server/tasks/build.ts";
import { alarmingBatches } from "./alarming_session.ts";
import { RunningServer } from "./running_server.ts";
import { withBrowser } from "./shared_browser.ts";

/** What every step has at hand. */
export interface Stage {
  server: RunningServer;
  browser: Browser;
  examId: string;
}

/** Runs a test with a browser against a server of its own, with the demo exam. */
export async function onStage(act: (stage: Stage) => Promise<void>): Promise<void> {
  await build();
  await using server = await RunningServer.start();
  const token = await server.signIn();
  const [exam] = await server.call("GET", "/api/exams", { token });
  await withBrowser((browser) => act({ server, browser, examId: exam.exam_id }));
}

/** A student in the demo exam. */
export interface Student {
  attempt_id: string;
  session_token: string;
}

/** Lets a student into the demo exam. */
export function join(server: RunningServer, name: string): Promise<Student> {
  return server.call("POST", "/start_exam", { body: { code: "DEMO", student: { name } } });
}

/** Sends what makes a student's risk high. */
export async function alarm(server: RunningServer, student: Student): Promise<void> {
  let seq = 0;
  for (const events of alarmingBatches()) {
    const body = { seq: ++seq, sentAt: 0, events };
    await server.call("POST", "/log_activity", { token: student.session_token, body });
  }
}

/** A student's row in the room. */
export function row(page: Page, student: Student) {
  return page.locator(`[data-attempt="${student.attempt_id}"]`);
}

/** The count of a kind of student, which filters by it. */
export function stateFilter(page: Page, name: string) {
  return page.getByRole("group", { name: "State" }).getByRole("button", { name });
}

/** Frames are coalesced and rows settle: waits until the page says so. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!await holds()) {
    if (Date.now() > end) assert.fail(`It never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
