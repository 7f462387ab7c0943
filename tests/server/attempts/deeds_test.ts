import assert from "node:assert/strict";
import type { ProctorAction } from "../../../protocol/proctor_messages.ts";
import { Refusal } from "../../../server/errors.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { untold } from "../../../server/attempts/deeds.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { reachNotices, unseenNotices } from "../../../server/attempts/notices.ts";
import { welcomeMessage } from "../../../server/room/student_news.ts";
import { type Hall, hallTest, typed } from "../../support/hall.ts";

const MINUTE_MS = 60_000;

async function stage(hall: Hall) {
  const { examId } = await hall.exam();
  const attempt = await hall.join();
  let ids = 0;
  const act = async (fields: { type: ProctorAction["type"]; [field: string]: unknown }) => {
    const action = { id: `act-${++ids}`, attempt_id: attempt.attemptId, ...fields } as ProctorAction;
    const line = hall.services.audit.line({ ...SYSTEM, what: action.type });
    await hall.services.calls.act(attempt.attemptId, action, examId, { username: "amina", role: "proctor" }, [line]);
    return action.id;
  };
  return { attempt, act };
}

const refuses = (work: Promise<unknown>, key: string) =>
  assert.rejects(work, (error) => error instanceof Refusal && error.said.key === key);

const link = (attempt: LiveAttempt) => ({ address: "192.0.2.1", agent: "", tokenHash: attempt.record.tokenHash });

hallTest(
  "[DK24] what a proctor does to who is away waits for them, and is followed to their page, once each",
  async (hall) => {
    const { attempt, act } = await stage(hall);
    const pause = await act({ type: "pause" });
    assert.deepEqual(attempt.head.deed, { id: pause, n: 2, step: "sent" });
    const extend = await act({ type: "extend", minutes: 5 });
    assert.deepEqual(untold(attempt.folded), ["2", "3"]);
    const welcome = welcomeMessage(attempt, hall.now);
    assert.ok(welcome.type === "welcome");
    assert.deepEqual(welcome.unseen, ["2", "3"]);
    for (let times = 0; times < 2; times++) {
      await reachNotices(attempt, ["2", "3"], "delivered", hall.now + 1);
      assert.deepEqual(attempt.head.deed, { id: extend, n: 3, step: "delivered" });
    }
    for (let times = 0; times < 2; times++) await reachNotices(attempt, ["2", "3", "99"], "seen", hall.now + 2);
    await reachNotices(attempt, ["3"], "delivered", hall.now + 3);
    assert.deepEqual(attempt.head.deed, { id: extend, n: 3, step: "seen" }, "it never goes back");
    assert.deepEqual(untold(attempt.folded), []);
    const entries = await Array.fromAsync(hall.services.attempts.log.read(attempt.attemptId));
    assert.equal(entries.filter(({ entry }) => entry.kind === "notice_reached").length, 4);
    const again = await (await hall.restarted()).services.attempts.open(attempt.attemptId);
    assert.deepEqual(again.head.deed, attempt.head.deed);
    assert.deepEqual(again.folded.actions, attempt.folded.actions);
  },
);

hallTest("[DK24] what a student does themselves is told to nobody as unseen", async (hall) => {
  const { attempt, act } = await stage(hall);
  await act({ type: "grant_break", minutes: 5 });
  const heard: unknown[] = [];
  hall.services.rooms.attach(attempt, { send: (message) => heard.push(message), close() {} }, link(attempt));
  await hall.services.calls.comeBack(attempt.attemptId);
  await attempt.settled();
  const resumed = heard.find((message) => JSON.stringify(message).includes('"paused":false'));
  assert.ok(resumed !== undefined && !JSON.stringify(resumed).includes("unseen"));
  assert.deepEqual(untold(attempt.folded), ["2"], "the break is all that they were told");
});

hallTest("[DK25] time that was given is taken back: no more than that, and nobody's last minute", async (hall) => {
  const { attempt, act } = await stage(hall);
  const { deadline } = attempt.head;
  await refuses(act({ type: "shorten", minutes: 1 }), "cannot_shorten_more");
  await act({ type: "extend", minutes: 10 });
  await act({ type: "shorten", minutes: 4 });
  assert.equal(attempt.head.deadline, deadline + 6 * MINUTE_MS);
  await refuses(act({ type: "shorten", minutes: 7 }), "cannot_shorten_more");
  assert.deepEqual(attempt.folded.actions.map(({ minutes }) => minutes), [undefined, 10, -4]);

  hall.now = deadline + 5.5 * MINUTE_MS;
  await hall.append(attempt, [typed(1_000)]);
  await refuses(act({ type: "shorten", minutes: 1 }), "cannot_shorten_written");
  await act({ type: "pause" });
  hall.now += 60 * MINUTE_MS;
  await refuses(act({ type: "shorten", minutes: 1 }), "cannot_shorten_written");
  assert.equal(attempt.head.deadline, deadline + 6 * MINUTE_MS);
  await act({ type: "resume" });
  await act({ type: "terminate" });
  await refuses(act({ type: "shorten", minutes: 1 }), "cannot_shorten");
});

hallTest("[DK26] a message is taken back while it waits, and never once it is on its way", async (hall) => {
  const { attempt, act } = await stage(hall);
  await act({ type: "message", text: "One." });
  const second = await act({ type: "message", text: "Two." });
  await act({ type: "withdraw", of: second });
  assert.deepEqual(attempt.head.deed?.step, "withdrawn");
  assert.deepEqual(unseenNotices(attempt.folded).map(({ text }) => text), ["One."]);
  await refuses(act({ type: "withdraw", of: second }), "cannot_withdraw");
  await refuses(act({ type: "withdraw", of: "no such action" }), "no_such_notice");
  await refuses(act({ type: "withdraw", of: "1" }), "no_such_notice");
  await act({ type: "message", text: "Three." });
  hall.services.rooms.attach(attempt, { send() {}, close() {} }, link(attempt));
  await refuses(act({ type: "withdraw", of: "2" }), "cannot_withdraw");
  await reachNotices(attempt, ["2"], "delivered", hall.now);
  const again = await (await hall.restarted()).services.attempts.open(attempt.attemptId);
  assert.deepEqual(unseenNotices(again.folded).map(({ text }) => text), ["One.", "Three."]);
});
