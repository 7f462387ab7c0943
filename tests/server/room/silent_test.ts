import assert from "node:assert/strict";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { SILENT_AFTER_MS } from "../../../protocol/limits.ts";
import { lock, release } from "../../../server/attempts/interventions.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { roomStudent } from "../../../server/room/room_student.ts";
import { type Hall, hallTest } from "../../support/hall.ts";

const START: CapturedEvent = { by: "page", driven: false, signals: ["keyboard"], t: 0, type: "capture_start" };
const edit = (t: number): CapturedEvent => ({
  at: 0,
  inserted: "x",
  question: "q1",
  removed: 0,
  t,
  type: "answer_edit",
});

const shown = ({ services }: Hall, { record, head, attemptId }: LiveAttempt) =>
  roomStudent(record, head, services.rooms.links.presence(attemptId));

/** A page that is there, and whose heartbeat goes on while the clock runs. */
function sit(hall: Hall, attempt: LiveAttempt) {
  const { rooms } = hall.services;
  const link = { send: () => {}, close: () => {} };
  const come = () => rooms.attach(attempt, link, { tokenHash: attempt.record.tokenHash, address: "", agent: "" });
  come();
  return {
    come,
    go: () => rooms.detach(attempt, link),
    pass(ms: number) {
      for (const until = hall.now + ms; hall.now < until;) {
        hall.now += 1_000;
        rooms.touch(attempt);
        rooms.sweep();
      }
    },
  };
}

hallTest("[RM31] who is connected and silent for two minutes is shown so, until the next event", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  const page = sit(hall, attempt);
  const risk = attempt.head.risk;
  page.pass(SILENT_AFTER_MS - 1_000);
  assert.equal(shown(hall, attempt).silent, false);
  page.pass(1_000);
  assert.equal(shown(hall, attempt).silent, true);
  assert.deepEqual(attempt.head.risk, risk, "it adds no risk");
  await hall.append(attempt, [START, edit(120_000)]);
  assert.equal(shown(hall, attempt).silent, false);
  page.pass(SILENT_AFTER_MS);
  assert.equal(shown(hall, attempt).silent, true);
  page.go();
  assert.equal(shown(hall, attempt).silent, false, "who is not there is not connected, and no more");
});

hallTest("[RM31] coming back begins no new two minutes, and leaves time to send what is there", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  const page = sit(hall, attempt);
  await hall.append(attempt, [START]);
  for (let round = 0; round < 3; round++) {
    page.pass(60_000);
    page.go();
    page.come();
  }
  assert.equal(shown(hall, attempt).silent, false);
  page.pass(10_000);
  assert.equal(shown(hall, attempt).silent, true, "also of a page that keeps reconnecting");
});

hallTest("[RM31] while an attempt stands still nobody is silent, nor at once when it goes on", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  const page = sit(hall, attempt);
  await attempt.intervene(lock({ by: "ada", now: hall.now, reason: null }));
  page.pass(10 * SILENT_AFTER_MS);
  assert.equal(shown(hall, attempt).silent, false);
  await attempt.intervene(release({ by: "ada", now: hall.now, reason: null }));
  page.pass(9_000);
  assert.equal(shown(hall, attempt).silent, false);
  page.pass(2_000);
  assert.equal(shown(hall, attempt).silent, true);
});

hallTest(
  "[RM32] an attempt that no page has begun to capture is by API, once there is anything of it",
  async (hall) => {
    await hall.exam();
    const [page, machine, late] = [await hall.join("Page"), await hall.join("Machine"), await hall.join("Late")];
    for (const attempt of [page, machine, late]) {
      assert.equal(
        shown(hall, attempt).by_api,
        false,
        "nothing is known yet",
      );
    }
    await hall.append(page, [START, edit(1)]);
    await hall.append(machine, [edit(1)]);
    await hall.append(late, [edit(1)]);
    await hall.append(late, [{ ...START, t: 2 }]);
    const next = await hall.restarted();
    const flags = await Promise.all(
      [page, machine, late].map(async ({ attemptId }) =>
        shown(next, await next.services.attempts.open(attemptId)).by_api
      ),
    );
    assert.deepEqual(flags, [false, true, false]);
    await next.services.attempts.drained();
  },
);
