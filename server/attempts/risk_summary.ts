import type { RiskReport } from "../../protocol/risk.ts";
import type { RiskSummary } from "../store/attempt_record.ts";

/** Reasons that a row of the room shows. */
const TOP_REASONS = 3;

/** Below this many points a contribution is not worth a place in a row. */
const LEAST_POINTS = 0.5;

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The part of a report that rows, lists and heads carry. Contributions come largest first. */
export function summarise(report: RiskReport): RiskSummary {
  const reasons: [string, number][] = [];
  for (const { name, points } of report.contributions) {
    if (points < LEAST_POINTS || reasons.length === TOP_REASONS) break;
    reasons.push([name, tenths(points)]);
  }
  return {
    risk: report.risk,
    level: report.level,
    peak: report.peak,
    reasons,
    insufficient: Object.values(report.categories).every((score) => score === null),
  };
}
