import assert from "node:assert/strict";
import type { Alert } from "../../../protocol/alert.ts";
import { CALL_EVERY_MS } from "../../../protocol/limits.ts";
import { pause, resume } from "../../../server/attempts/interventions.ts";
import { callProctor } from "../../../server/room/student_calls.ts";
import { hallTest } from "../../support/hall.ts";

hallTest("[AD7] a student who calls on and on is heard every 20 s, and not once the attempt is over", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  const alerts: Alert[] = [];
  const { rooms } = hall.services;
  rooms.alert = (_, alert) => void alerts.push(alert);
  const call = () => callProctor(rooms, attempt, "Help", hall.now);
  for (let calls = 0; calls < 25; calls++) {
    hall.now += CALL_EVERY_MS;
    await call();
    hall.now += 1;
    await call();
  }
  assert.equal(alerts.length, 25);
  await hall.end(attempt);
  hall.now += CALL_EVERY_MS;
  await call();
  assert.equal(alerts.length, 25);
});

hallTest("[AD7] the log takes twenty calls of an attempt, whatever else was done to it", async (hall) => {
  await hall.exam();
  let attempt = await hall.join();
  const by = () => ({ by: "amina", now: hall.now, reason: null });
  for (let calls = 0; calls < 30; calls++) {
    hall.now += CALL_EVERY_MS;
    await callProctor(hall.services.rooms, attempt, "Help", hall.now);
    for (let turn = 0; turn < 4; turn++) {
      await attempt.intervene(pause(by()));
      await attempt.intervene(resume(by()));
    }
    if (calls === 15) attempt = await (hall = await hall.restarted()).services.attempts.open(attempt.attemptId);
  }
  const log = await Array.fromAsync(hall.services.attempts.log.read(attempt.attemptId));
  assert.equal(log.filter(({ entry }) => entry.kind === "called").length, 20);
});
