import assert from "node:assert/strict";
import type { RoomSocket } from "../../../server/room/proctor_sockets.ts";
import { ServerToProctor } from "../../../protocol/proctor_messages.ts";
import { examAlert } from "../../../server/room/exam_alert.ts";
import { removeEvents } from "../../../server/retention/remove_attempt.ts";
import { alertOf } from "../../../server/room/reactions.ts";
import type { Hall } from "../../support/hall.ts";
import { hallTest, typed } from "../../support/hall.ts";

class Proctor implements RoomSocket {
  bufferedAmount = 0;
  readonly received: ServerToProctor[] = [];
  send(text: string): void {
    this.received.push(ServerToProctor.parse(JSON.parse(text)));
  }
  /** Ids of the alerts that were open at the last look. */
  get open(): string[] {
    const told = this.received.findLast((message) => message.type === "alerts");
    return told?.type === "alerts" ? told.alerts.map((alert) => alert.alert_id) : [];
  }
}

async function look(hall: Hall, examId: string): Promise<Proctor> {
  const proctor = new Proctor();
  await hall.services.rooms.join(examId, proctor);
  return proctor;
}

const lineOf = (hall: Hall) => (alertId: string) =>
  hall.services.audit.line({
    who: "amina",
    role: "proctor",
    from: null,
    requestId: null,
    what: "handle",
    why: alertId,
  });

/** Until what was raised is kept. */
async function kept(hall: Hall, examId: string, alerts: number): Promise<void> {
  while ((await hall.stores.alerts.list(examId)).length !== alerts) await Promise.resolve();
}

hallTest("[RM70] an alert is kept until somebody handles it, whoever looks when, after a restart too", async (hall) => {
  const { examId } = await hall.exam();
  const attempt = await hall.join();
  const { rooms } = hall.services;
  rooms.alert(examId, alertOf(attempt, "risk_high", hall.now));
  rooms.alert(examId, examAlert("join_burst", hall.now + 1, { count: 40, since: hall.now }));
  await kept(hall, examId, 2);
  const restarted = await hall.restarted();
  const [amina, other] = [await look(restarted, examId), await look(restarted, examId)];
  const [burst, high] = amina.open;
  assert.deepEqual([burst, high], [`exam.join_burst.${hall.now + 1}`, `${attempt.attemptId}.risk.${hall.now}`]);
  assert.equal(await restarted.services.calls.handleAlerts(examId, [high], "amina", lineOf(restarted)), 1);
  const told = other.received.at(-1);
  assert.ok(told?.type === "alerts_handled");
  assert.deepEqual([told.alert_ids, told.by], [[high], "amina"]);
  assert.deepEqual((await look(await restarted.restarted(), examId)).open, [burst]);
  const [line] = (await restarted.services.audit.page(undefined, 1)).entries;
  assert.deepEqual([line.who, line.what, line.why], ["amina", "handle", high]);
});

hallTest(
  "[RM70] a newer alert of the same topic takes the older one's place, and is not handled with it",
  async (hall) => {
    const { examId } = await hall.exam();
    const attempt = await hall.join();
    const { rooms } = hall.services;
    const [older, newer] = [1, 2].map((at) => alertOf(attempt, "risk_high", at));
    rooms.alert(examId, older);
    rooms.alert(examId, newer);
    while ((await hall.stores.alerts.list(examId))[0]?.at !== 2) await Promise.resolve();
    assert.equal(
      await hall.services.calls.handleAlerts(examId, [older.alert_id, "nothing", "a.b.c.d"], "amina", lineOf(hall)),
      0,
    );
    assert.deepEqual((await look(hall, examId)).open, [newer.alert_id]);
  },
);

hallTest(
  "[EV2] an alert about an attempt that is handled is an entry of its log, once, and removed logs take none",
  async (hall) => {
    const { examId } = await hall.exam();
    const attempt = await hall.join();
    const { rooms, calls, attempts, audit } = hall.services;
    const alert = alertOf(attempt, "risk_high", hall.now);
    const { alert_id } = alert;
    rooms.alert(examId, alert);
    await kept(hall, examId, 1);
    assert.equal(await calls.handleAlerts(examId, [alert_id], "amina", lineOf(hall)), 1);
    assert.equal(await calls.handleAlerts(examId, [alert_id], "bruno", lineOf(hall)), 0);
    const log = await Array.fromAsync(hall.stores.log.read(attempt.attemptId), ({ entry }) => entry);
    assert.deepEqual(log.map(({ kind }) => kind), ["started", "alert_handled"]);
    assert.partialDeepStrictEqual(log[1], { by: "amina", alert_id });

    await hall.end(attempt);
    rooms.alert(examId, alert);
    await kept(hall, examId, 1);
    const line = audit.line({ who: "system", role: "system", from: null, requestId: null, what: "retention_events" });
    await removeEvents(attempts, attempt.attemptId, { cause: "retention", now: hall.now, fence: null, line });
    assert.equal(await calls.handleAlerts(examId, [alert_id], "amina", lineOf(hall)), 1);
    assert.deepEqual(await Array.fromAsync(hall.stores.log.read(attempt.attemptId)), []);
    assert.deepEqual(await hall.stores.alerts.list(examId), []);
  },
);

hallTest("[RM64] a student's trend outlives a restart, also of one who is not there any more", async (hall) => {
  const { examId } = await hall.exam();
  const attempt = await hall.join();
  for (let index = 0; index < 40; index++) {
    hall.now += 5_000;
    await hall.append(attempt, [typed(index * 5_000)]);
  }
  const before = (await look(hall, examId)).received[0];
  const after = (await look(await hall.restarted(), examId)).received[0];
  assert.ok(before.type === "room" && after.type === "room");
  const [trend] = after.students.map((student) => student.trend ?? []);
  assert.deepEqual(trend, before.students[0].trend);
  assert.ok(trend.length >= 13 && trend.length <= 20, `${trend.length} values of 200 s`);
});
