import { type Alert, alertTopic, MOST_ALERTS_SENT } from "../../protocol/alert.ts";

/** A room's open alerts: of each topic the newest. */
export class OpenAlerts {
  readonly #byTopic = new Map<string, Alert>();

  /** Open alerts. */
  get size(): number {
    return this.#byTopic.size;
  }

  /** Takes an alert in. @returns Whether it is news. */
  add(alert: Alert): boolean {
    const topic = alertTopic(alert.alert_id);
    const known = this.#byTopic.get(topic);
    if (known !== undefined && known.at >= alert.at) return false;
    this.#byTopic.set(topic, alert);
    return true;
  }

  /** Drops those that were handled, unless a newer one stands in their place. */
  drop(alertIds: readonly string[]): void {
    for (const id of alertIds) {
      const topic = alertTopic(id);
      if (this.#byTopic.get(topic)?.alert_id === id) this.#byTopic.delete(topic);
    }
  }

  /** The newest, as many as are sent at once, newest first. */
  newest(): Alert[] {
    return [...this.#byTopic.values()].sort((a, b) => b.at - a.at).slice(0, MOST_ALERTS_SENT);
  }
}
