import type { Alert } from "../../protocol/alert.ts";
import type { Mutation } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";

type AlertStores = Pick<Stores, "alerts" | "commit">;

/** Keeps an alert until somebody handles it. */
export async function keepAlert({ alerts, commit }: AlertStores, examId: string, alert: Alert): Promise<void> {
  await commit([alerts.put(examId, alert)]);
}

/**
 * Takes alerts out of the store.
 *
 * @param lineOf The audit log's line for an alert, of the same atomic.
 * @returns How many were open.
 */
export async function handleAlerts(
  { alerts, commit }: AlertStores,
  examId: string,
  alertIds: readonly string[],
  lineOf: (alertId: string) => Mutation,
): Promise<number> {
  const open = await Promise.all(alertIds.map(async (alertId) => {
    const removal = await alerts.removal(examId, alertId);
    return removal.length === 0 ? null : [...removal, lineOf(alertId)];
  }));
  const removals = open.filter((removal) => removal !== null);
  if (removals.length > 0) await commit(removals.flat());
  return removals.length;
}
