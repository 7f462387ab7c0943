import type { AttemptAction } from "../../protocol/attempt_detail.ts";
import type { PrivateReasonStore } from "../store/private_reason_store.ts";

/** What was done to an attempt, with the private reasons that are still kept: for the exam's staff. */
export async function withPrivateReasons(
  store: PrivateReasonStore,
  attemptId: string,
  actions: readonly AttemptAction[],
): Promise<AttemptAction[]> {
  if (!actions.some((action) => action.reason_hash !== undefined)) return [...actions];
  const reasons = await store.list(attemptId);
  return actions.map((action) => {
    const kept = action.reason_hash === undefined ? undefined : reasons.get(action.reason_hash);
    return kept === undefined ? action : { ...action, reason: kept.text };
  });
}
