import assert from "node:assert/strict";
import { notice } from "../../../server/attempts/interventions.ts";
import { PRESENCE_TIMEOUT_MS } from "../../../protocol/limits.ts";
import { reachNotices, unseenNotices } from "../../../server/attempts/notices.ts";
import { hallTest, typed } from "../../support/hall.ts";

hallTest(
  "[AT29] how far a notice has come is in the log, once each, and is the same after a restart",
  async (hall) => {
    await hall.exam();
    const attempt = await hall.join();
    await attempt.intervene(notice({ by: "amina", now: hall.now, reason: "One." }, "message"));
    await attempt.intervene(notice({ by: "amina", now: hall.now, reason: "Two." }, "warning"));
    const ids = unseenNotices(attempt.folded).map(({ id }) => id);
    assert.equal(ids.length, 2);
    for (let times = 0; times < 3; times++) {
      await reachNotices(attempt, ids, "delivered", hall.now + 1_000);
      await reachNotices(attempt, [ids[0], "no such notice"], "seen", hall.now + 2_000);
    }
    const kinds = (await Array.fromAsync(hall.services.attempts.log.read(attempt.attemptId))).map(({ entry }) =>
      entry.kind
    );
    assert.equal(kinds.filter((kind) => kind === "notice_reached").length, 3);
    assert.deepEqual(unseenNotices(attempt.folded).map(({ text }) => text), ["Two."]);
    const again = await (await hall.restarted()).services.attempts.open(attempt.attemptId);
    assert.deepEqual(again.folded.actions, attempt.folded.actions);
    assert.deepEqual(again.folded.report, attempt.folded.report);
  },
);

hallTest("[RM40] what is written to a student whose socket has gone silent is not told as delivered", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  const { rooms } = hall.services;
  const arrival = { address: "192.0.2.1", agent: "", tokenHash: attempt.record.tokenHash };
  rooms.attach(attempt, { send() {}, close() {} }, arrival);
  hall.now += PRESENCE_TIMEOUT_MS + 1;
  rooms.sweep();
  const write = () => attempt.intervene(notice({ by: "amina", now: hall.now, reason: "Hello." }, "message"));
  await write();
  await attempt.settled();
  assert.equal(rooms.links.presence(attempt.attemptId).connected, false);
  assert.deepEqual(attempt.folded.actions.map(({ kind, delivered_at }) => [kind, delivered_at]), [
    ["started", undefined],
    ["noticed", undefined],
  ]);
  await hall.append(attempt, [typed(1_000)]);
  assert.equal(rooms.links.presence(attempt.attemptId).connected, true);
  await write();
  await attempt.settled();
  assert.equal(attempt.folded.actions.at(-1)?.delivered_at, hall.now);
});
