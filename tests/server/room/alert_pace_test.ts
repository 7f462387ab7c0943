import assert from "node:assert/strict";
import { type Alert, type AlertCode, alertId, alertTopic } from "../../../protocol/alert.ts";
import { ALERT_EVERY_MS, AlertPace } from "../../../server/room/alert_pace.ts";

function alert(code: AlertCode, at: number, kind: Alert["kind"] = "high_risk_alert", attempt = "ada"): Alert {
  const id = alertId(attempt, code, at);
  return { type: "alert", alert_id: id, kind, attempt_id: attempt, name: "Ada", risk: 90, level: "high", code, at };
}

Deno.test("[DK84] what goes on while a student's alert is open is that alert, not another one", () => {
  const pace = new AlertPace();
  const [first, next] = [alert("risk_high", 0), alert("hundred_locked", 9_000)];
  assert.equal(pace.take("e", first, 0), true);
  assert.equal(pace.take("e", next, 9_000), true);
  assert.equal(alertTopic(first.alert_id), alertTopic(next.alert_id), "it takes the other one's place");
  pace.handled([first.alert_id]);
  assert.equal(pace.take("e", alert("risk_high", 9_500), 9_500), true, "the newer one is still open");
  assert.deepEqual(pace.due(ALERT_EVERY_MS), []);
});

Deno.test("[DK84] what comes in the minute of an alert that was handled is told when it is over, the newest of each kind", () => {
  const pace = new AlertPace();
  pace.take("e", alert("risk_high", 0), 0);
  pace.handled([alert("risk_high", 0).alert_id]);
  assert.equal(pace.take("e", alert("risk_high", 5_000), 5_000), false);
  assert.equal(pace.take("e", alert("hundred_locked", 20_000), 20_000), false);
  assert.equal(pace.take("e", alert("takeovers", 21_000, "takeovers"), 21_000), false);
  assert.deepEqual(pace.due(ALERT_EVERY_MS - 1), []);
  assert.deepEqual(pace.due(ALERT_EVERY_MS).map((due) => due.alert.code), ["hundred_locked"]);
  assert.deepEqual(pace.due(2 * ALERT_EVERY_MS - 1), [], "one a minute");
  assert.deepEqual(pace.due(2 * ALERT_EVERY_MS).map((due) => due.alert.code), ["takeovers"]);
  assert.deepEqual(pace.due(4 * ALERT_EVERY_MS), []);
});

Deno.test("[DK84] who asks for a proctor is heard at once, and so is every other student and the exam itself", () => {
  const pace = new AlertPace();
  pace.take("e", alert("risk_high", 0), 0);
  const others = [
    alert("called", 1, "call"),
    alert("risk_high", 1, "high_risk_alert", "grace"),
    { ...alert("join_burst", 1, "joins"), attempt_id: null },
    { ...alert("join_burst", 2, "joins"), attempt_id: null },
  ];
  for (const other of others) assert.equal(pace.take("e", other, 2), true);
});
