import { isOver, type ShowRisk } from "../../protocol/exam.ts";
import type { AttemptView } from "./attempts.ts";

/** What the exam's policy shows its students of their risk. */
export function showRiskOf({ exam }: Pick<AttemptView, "exam">): ShowRisk {
  return exam.document.policy.show_risk ?? "live";
}

/** Whether a student may see the own risk as the attempt stands. Proctors see it always. */
export function isRiskShown(attempt: Pick<AttemptView, "exam" | "head">): boolean {
  const shown = showRiskOf(attempt);
  return shown === "live" || (shown === "after" && isOver(attempt.head.state));
}
