import type { RiskLevel, RiskReport } from "../../protocol/risk.ts";
import type { Carrier } from "../cases/carrier.ts";
import { seededBy } from "../cases/carrier.ts";
import type { Case, CaseSitting } from "../cases/case.ts";
import { createState, defaultContext, fold } from "../../scoring/fold.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";
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
 * @param carriers By {@link Case.carriedBy}; a case without any is left out.
 */
export function runCases(
  cases: readonly Case[],
  carriers: Readonly<Record<Case["carriedBy"], readonly Carrier[]>>,
): CaseOutcome[] {
  return cases.filter(({ carriedBy }) => carriers[carriedBy].length > 0).map((one) => ({
    case: one,
    sittings: carriers[one.carriedBy].map((carrier) => ({
      carrier: carrier.id,
      peak: peakOf(one.make(carrier, seededBy(`${one.name}/${carrier.id}`)), carrier.models),
    })),
  }));
}

/** The report of the highest risk over a sitting. */
export function peakOf({ entries, context }: CaseSitting, models: SignalModels): RiskReport {
  const state = createState(models);
  const whole = { ...defaultContext(), ...context };
  let peak: RiskReport | null = null;
  for (const entry of entries) {
    const report = fold(state, entry, whole);
    if (peak === null || report.risk > peak.risk) peak = report;
  }
  if (peak === null) throw new RangeError("Cannot score a case: it has no entry");
  return peak;
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
      return share(source, `${one.isHonest ? "honest" : "dishonest"}_${one.name}`, right, sittings.length);
    }),
  ];
}

/** A case is found where so large a share of its sittings reaches the level. */
const FOUND_FROM = 0.75;

function reaching({ sittings }: CaseOutcome, level: RiskLevel): number {
  return sittings.filter(({ peak }) => RANK[peak.level] >= RANK[level]).length;
}
