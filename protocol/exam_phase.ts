import type { ExamState } from "./exam.ts";

/** How an exam stands for those who would join it. */
export type ExamPhase = "draft" | "upcoming" | "open" | "over" | "closed";

/** The phase of an exam: closed by hand is `closed`, closed by its time is `over`. @param now Server time, ms since 1970. */
export function examPhase(
  { state, opens_at, closes_at }: { state: ExamState; opens_at?: string | null; closes_at?: string | null },
  now: number,
): ExamPhase {
  if (state !== "published") return state;
  if (closes_at && now >= Date.parse(closes_at)) return "over";
  return opens_at && now < Date.parse(opens_at) ? "upcoming" : "open";
}
