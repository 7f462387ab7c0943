import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { RiskLevel, RiskReport } from "../../protocol/risk.ts";

import { createState, defaultContext, fold } from "../../scoring/fold.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";
import type { ScoringEntry } from "../../scoring/scoring_entry.ts";
import { type CarriedBy, type Carrier, seededBy } from "../cases/carrier.ts";
import type { Case } from "../cases/case.ts";
import { type Metric, share, type Source } from "./metric.ts";

/** What one case came to over its carriers. */
export interface CaseOutcome {
  case: Case;
  /** Highest report of each sitting, with its carrier. */
  sittings: { carrier: string; peak: RiskReport }[];
}

/** The levels in their order. */
const RANK: Record<RiskLevel, number> = { low: 0, medium: 1, high: 2 };

/**
 * Folds every case over each of its carriers, with models that learnt from nobody in it. Levels are those of the peak:
 * what a proctor saw at the worst moment.
 *
 * @param carriers By {@link CarriedBy}; a case without any is left out.
 */
export function runCases(
  cases: readonly Case[],
  carriers: Readonly<Record<CarriedBy, readonly Carrier[]>>,
): CaseOutcome[] {
  return cases.filter(({ carriedBy }) => carriers[carriedBy].length > 0).map((one) => ({
    case: one,
    sittings: carriers[one.carriedBy].map((carrier) => ({
      carrier: carrier.id,
      peak: follow(one.make(carrier, seededBy(`${one.name}/${carrier.id}`)), carrier.models).peak,
    })),
  }));
}

/** What came of a sitting. */
interface Followed {
  /** The report of the highest risk. */
  peak: RiskReport;
  /** Most points that each contributor ever gave, what was left of earlier ones not counted. */
  most: Map<string, number>;
}

/**
 * Folds a sitting from begin to end.
 *
 * @throws {RangeError} If it has no entry.
 */
export function follow(
  { entries, context }: { entries: readonly ScoringEntry[]; context?: Partial<ScoringContext> },
  models: SignalModels,
): Followed {
  const state = createState(models);
  const whole = { ...defaultContext(), ...context };
  const most = new Map<string, number>();
  let peak: RiskReport | null = null;
  for (const entry of entries) {
    const report = fold(state, entry, whole);
    if (peak === null || report.risk > peak.risk) peak = report;
    for (const { name, points } of report.contributions) most.set(name, Math.max(points, most.get(name) ?? 0));
  }
  if (peak === null) throw new RangeError("Cannot follow a sitting: it has no entry");
  return { peak, most };
}

/** Whether a sitting came to the level that its case expects: honest ones to it at most, others at least. */
export function isAsExpected({ isHonest, expected }: Case, level: RiskLevel): boolean {
  return isHonest ? RANK[level] <= RANK[expected] : RANK[level] >= RANK[expected];
}

/**
 * The case list in figures: for each case the share of its sittings at the expected level, and the shares that count.
 * A case counts as found where at least three in four of its sittings reach the level. Named limits are published by
 * themselves and are left out of the shares.
 */
export function caseMetrics(outcomes: readonly CaseOutcome[], source: Source): Metric[] {
  const dishonest = outcomes.filter(({ case: one }) => !one.isHonest && one.isLimit !== true);
  const honest = outcomes.filter(({ case: one }) => one.isHonest);
  const double = dishonest.filter(({ case: one }) => one.evidence.length > 1 && one.expected === "high");
  const count = (some: readonly CaseOutcome[], level: RiskLevel) =>
    some.filter((outcome) => reaching(outcome, level) >= FOUND_FROM * outcome.sittings.length).length;
  const people = honest.flatMap(({ sittings }) => sittings);
  const reached = (level: RiskLevel) => people.filter(({ peak }) => RANK[peak.level] >= RANK[level]).length;
  return [
    share(source, "dishonest_cases_medium", count(dishonest, "medium"), dishonest.length),
    share(source, "two_kinds_high", count(double, "high"), double.length),
    share(source, "honest_sittings_medium", reached("medium"), people.length),
    share(source, "honest_sittings_high", reached("high"), people.length),
    ...outcomes.map((outcome) => {
      const { case: one, sittings } = outcome;
      const right = sittings.filter(({ peak }) => isAsExpected(one, peak.level)).length;
      return share(source, caseMetric(one), right, sittings.length);
    }),
  ];
}

/** Name of a case's figure. */
export function caseMetric({ isHonest, name }: Pick<Case, "isHonest" | "name">): string {
  return `${isHonest ? "honest" : "dishonest"}_${name}`;
}

/** A case is found where so large a share of its sittings reaches the level. */
const FOUND_FROM = 0.75;

function reaching({ sittings }: CaseOutcome, level: RiskLevel): number {
  return sittings.filter(({ peak }) => RANK[peak.level] >= RANK[level]).length;
}
