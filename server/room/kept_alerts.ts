import type { Alert } from "../../protocol/alert.ts";
import type { Write } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";

type AlertStores = Pick<Stores, "alerts" | "commit">;

/** Keeps an alert until somebody handles it. */
export async function keepAlert({ alerts, commit }: AlertStores, examId: string, alert: Alert): Promise<void> {
  await commit([alerts.put(examId, alert)]);
}

/** Takes out an alert that is about the exam and no attempt. @returns Whether it was open. */
export async function handleExamAlert(
  { alerts, commit }: AlertStores,
  examId: string,
  alertId: string,
  writes: readonly Write[],
): Promise<boolean> {
  const removal = await alerts.removal(examId, alertId);
  if (removal.length > 0) await commit([...removal, ...writes]);
  return removal.length > 0;
}
