import { type Alert, type AlertCode, alertId } from "../../protocol/alert.ts";

/** An alert about an exam rather than one attempt, such as a burst of joins: how many, and since when. */
export function examAlert(code: AlertCode, now: number, what: { count: number; since: number }): Alert {
  return {
    type: "alert",
    alert_id: alertId("exam", code, now),
    kind: "joins",
    attempt_id: null,
    name: null,
    risk: 0,
    level: "low",
    code,
    at: now,
    ...what,
  };
}
