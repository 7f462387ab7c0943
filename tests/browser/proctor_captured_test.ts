import assert from "node:assert/strict";
import { SILENT_AFTER_MS } from "../../protocol/limits.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { stateFilter } from "../support/room_stage.ts";
import { ADMIN_PASSWORD, type LiveServer } from "../support/live_server.ts";
import { studentSocket } from "../support/socket_client.ts";
import { eventually } from "../support/student_page.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

const START = { by: "page", driven: false, signals: ["keyboard"], t: 0, type: "capture_start" };
const EDIT = { at: 0, inserted: "x", question: "q1", removed: 0, t: 1, type: "answer_edit" };

/** As after two minutes in which a student's page lived on and captured nothing. */
function letSilencePass({ services: { rooms, now } }: LiveServer, attemptId: string): void {
  const later = now() + SILENT_AFTER_MS + 1_000;
  // Heard of on the way as well: who comes back after being gone is given time before being called silent.
  rooms.links.touch(attemptId, now());
  rooms.links.touch(attemptId, later);
  for (const attempt of rooms.links.sweep(later)) rooms.show(attempt, true);
}

browserTest(
  "[RM31] [RM32] [AD8] the room shows who is not captured, who comes by API, and at the end what was never captured",
  async (browser, server) => {
    const [silent, machine, empty] = [
      await server.join("Silent"),
      await server.join("Machine"),
      await server.join("Empty"),
    ];
    const socket = studentSocket(server.url, silent.session_token);
    await socket.next("welcome");
    await socket.say({ type: "batch", seq: 1, sentAt: 0, events: [START] });
    await socket.next("ack");
    // A page lives on, also while nothing is captured.
    const living = setInterval(() => void socket.say({ type: "ping" }), 1_000);
    await server.call("POST", "/log_activity", machine.session_token, { seq: 1, sentAt: 0, events: [EDIT] });
    await server.call("POST", "/submit_exam", empty.session_token, {});
    const exams = JSON.parse(JSON.stringify((await server.call("GET", "/api/exams", await server.signIn())).body));
    for (const look of LOOKS) {
      const { page, complaints } = await watchedPage(browser, server.url, look);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${exams[0].exam_id}/room`);
      const row = ({ attempt_id }: { attempt_id: string }) => page.locator(`[data-attempt="${attempt_id}"]`);
      await row(silent).waitFor();
      letSilencePass(server, silent.attempt_id);
      await row(silent).getByText("Nothing captured").waitFor();
      const byApi = (one: { attempt_id: string }) => row(one).getByRole("img", { name: /^By API/ });
      assert.ok((await byApi(machine).boundingBox())!.width > 15, "the mark is drawn");
      assert.equal(await row(machine).locator("[data-cell=name]").textContent(), "Machine");
      assert.equal(await byApi(silent).count(), 0);
      await row(empty).getByText("Not captured").waitFor();
      await page.getByRole("button", { name: /Not captured/ }).click();
      await eventually(async () => await page.locator("[data-attempt]").count() === 1, "one that was not captured");
      await page.getByRole("button", { name: /Not captured/ }).click();
      await stateFilter(page, "Nothing captured").click();
      await eventually(async () => await page.locator("[data-attempt]").count() === 1, "one that is silent");
      await row(silent).getByRole("button").click();
      await page.getByRole("complementary").getByText("nothing captured for two minutes").waitFor();
      assert.deepEqual(await findViolations(page), []);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${beyond} px too wide`);
      await socket.say({ type: "batch", seq: look === LOOKS[0] ? 2 : 3, sentAt: 0, events: [{ ...EDIT, t: 10 }] });
      await page.getByRole("complementary").getByText("nothing captured for two minutes").waitFor({
        state: "detached",
      });
      assert.deepEqual(complaints, []);
      await page.close();
    }
    clearInterval(living);
    socket.close();
  },
);
