import { type Alert, alertTopic } from "../../protocol/alert.ts";

/** Proctors are told of one student so often at most, ms. */
export const ALERT_EVERY_MS = 60_000;

/** What was told of a student last, and what is to be told once the minute is over. */
interface Told {
  at: number;
  /** Ids of alerts that were told in this minute and that nobody has handled yet, by what they are about. */
  open: Map<string, string>;
  /** The newest of each topic that is still to be told. */
  waiting: Map<string, { examId: string; alert: Alert }>;
}

/**
 * At most one alert a student and minute is told to proctors. What goes on while its alert is open takes that one's place, with
 * an id of its own: who handles what they saw has not handled what they did not. Anything else of the minute is told when it is
 * over. Whoever asks for a proctor is heard at once.
 */
export class AlertPace {
  readonly #told = new Map<string, Told>();

  /**
   * Takes an alert in.
   *
   * @returns Whether it is told now.
   */
  take(examId: string, alert: Alert, now: number): boolean {
    if (alert.attempt_id === null) return true;
    const key = keyOf(alert.attempt_id, alert.kind);
    const topic = alertTopic(alert.alert_id);
    const told = this.#told.get(key);
    if (told === undefined || now - told.at >= ALERT_EVERY_MS) {
      this.#told.set(key, {
        at: now,
        open: new Map([[topic, alert.alert_id]]),
        waiting: told?.waiting ?? new Map(),
      });
      told?.waiting.delete(topic);
      return true;
    }
    if (told.open.has(topic)) {
      told.open.set(topic, alert.alert_id);
      return true;
    }
    told.waiting.set(topic, { examId, alert });
    return false;
  }

  /** Takes note that alerts were handled: what follows them is another one. */
  handled(alertIds: readonly string[]): void {
    for (const id of alertIds) {
      const topic = alertTopic(id);
      const attemptId = topic.slice(0, topic.lastIndexOf("."));
      for (const key of [keyOf(attemptId, "call"), keyOf(attemptId, "high_risk_alert")]) {
        const told = this.#told.get(key);
        if (told?.open.get(topic) === id) told.open.delete(topic);
      }
    }
  }

  /** What is to be told now: one alert of each student whose minute is over. What has nothing more to tell is let go. */
  due(now: number): { examId: string; alert: Alert }[] {
    const due: { examId: string; alert: Alert }[] = [];
    for (const [key, told] of this.#told) {
      if (now - told.at < ALERT_EVERY_MS) continue;
      const [first] = told.waiting;
      if (first === undefined) {
        this.#told.delete(key);
        continue;
      }
      const [topic, next] = first;
      told.waiting.delete(topic);
      told.at = now;
      told.open = new Map([[topic, next.alert.alert_id]]);
      due.push(next);
    }
    return due;
  }
}

/** A call is one thing, all the rest of a student another. */
function keyOf(attemptId: string, kind: Alert["kind"]): string {
  return `${attemptId} ${kind === "call" ? "call" : "rest"}`;
}
