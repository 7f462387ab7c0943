import type { Alert } from "../../protocol/alert.ts";
import type { Stores } from "../store/stores.ts";
import { AlertPace } from "./alert_pace.ts";
import { keepAlert } from "./kept_alerts.ts";

/** How alerts leave: to proctors of all instances, and what went wrong to whoever looks after the server. */
interface AlertVoice {
  tell(examId: string, alert: Alert): void;
  fault(what: string, error: unknown, fields: Record<string, string>): void;
}

/** The alerts that this instance raises: kept first, then told, of a student once a minute. */
export class RoomAlerts {
  readonly #stores: Pick<Stores, "alerts" | "commit">;
  readonly #now: () => number;
  readonly #voice: AlertVoice;
  readonly #pace = new AlertPace();

  constructor(stores: Pick<Stores, "alerts" | "commit">, now: () => number, voice: AlertVoice) {
    this.#stores = stores;
    this.#now = now;
    this.#voice = voice;
  }

  /** Keeps an alert until somebody handles it, and tells of it as soon as its student's minute allows. */
  raise(examId: string, alert: Alert): void {
    const isTold = this.#pace.take(examId, alert, this.#now());
    keepAlert(this.#stores, examId, alert)
      .catch((error) => this.#voice.fault("Keeping an alert", error, { code: alert.code }))
      // Also where it could not be kept: a proctor who is there sees it all the same.
      .then(() => isTold && this.#voice.tell(examId, alert));
  }

  /** Takes note that alerts were handled. */
  handled(alertIds: readonly string[]): void {
    this.#pace.handled(alertIds);
  }

  /** Tells what had to wait for a student's minute, unless somebody who came meanwhile has handled it. */
  tellDue(): void {
    for (const { examId, alert } of this.#pace.due(this.#now())) {
      this.#stores.alerts.get(examId, alert.alert_id)
        .then((open) => open !== null && this.#voice.tell(examId, open))
        .catch((error) => this.#voice.fault("Reading an alert", error, { code: alert.code }));
    }
  }
}
