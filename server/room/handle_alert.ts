import { hasLog } from "../attempts/has_log.ts";
import { alertHandled } from "../attempts/interventions.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import type { Write } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";

/** Who takes over which alert, and when. */
interface Handling {
  alertId: string;
  by: string;
  now: number;
}

/**
 * Takes over an alert about an attempt: an entry of its log, and in the same atomic the alert is gone. Of a log that was
 * removed, only the alert goes.
 *
 * @returns Whether it was open.
 */
export async function handleAlert(
  attempt: LiveAttempt,
  { alerts, commit }: Pick<Stores, "alerts" | "commit">,
  { alertId, by, now }: Handling,
  writes: readonly Write[],
): Promise<boolean> {
  const removal = await alerts.removal(attempt.record.examId, alertId);
  if (removal.length === 0) return false;
  const all = [...removal, ...writes];
  if (hasLog(attempt)) await attempt.intervene(alertHandled({ by, now, reason: null }, alertId), all);
  else await commit(all);
  return true;
}
