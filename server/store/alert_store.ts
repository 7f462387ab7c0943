import { Alert, alertTopic } from "../../protocol/alert.ts";
import { removeBelow } from "./commit_in_groups.ts";
import { type Mutation, remove, set, type Write } from "./mutation.ts";
import { isId } from "./stored_id.ts";
import { getStored, parseStored } from "./stored_value.ts";

/** An alert's key, or null for what can be no alert's id. Subject and code stand in the id, in front of its time. */
function keyOf(examId: string, alertId: string): Deno.KvKey | null {
  const [subject, code, ...rest] = alertTopic(alertId).split(".");
  return rest.length === 0 && isId(subject) && code !== undefined && isId(code)
    ? ["alert", examId, subject, code]
    : null;
}

/** Alerts of exams that nobody has handled: of each kind the newest about an attempt, so that they are few. */
export class AlertStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** An exam's open alerts. */
  async list(examId: string): Promise<Alert[]> {
    return await Array.fromAsync(
      this.#kv.list({ prefix: ["alert", examId] }),
      ({ key, value }) => parseStored(Alert, key, value),
    );
  }

  /** @throws {RangeError} If the alert's id is none. */
  put(examId: string, alert: Alert): Write {
    const key = keyOf(examId, alert.alert_id);
    if (key === null) throw new RangeError(`Not an alert's id: ${alert.alert_id}`);
    return set(key, alert);
  }

  /** An open alert; null where it is gone, or a newer one stands in its place. */
  async get(examId: string, alertId: string): Promise<Alert | null> {
    const key = keyOf(examId, alertId);
    const stored = key === null ? null : await getStored(this.#kv, Alert, key);
    return stored?.value.alert_id === alertId ? stored.value : null;
  }

  /** What removes an alert; nothing where it is not open. */
  async removal(examId: string, alertId: string): Promise<Mutation[]> {
    const key = keyOf(examId, alertId);
    return key === null || await this.get(examId, alertId) === null ? [] : [remove(key)];
  }

  /** Removes all alerts about an attempt. */
  removeAll(examId: string, attemptId: string): Promise<void> {
    return removeBelow(this.#kv, ["alert", examId, attemptId]);
  }
}
