import { z } from "zod";

/** The rules' categories. */
export const CATEGORIES = ["mouse", "keyboard", "window"] as const;
export const CategoryName = z.enum(CATEGORIES);
export type CategoryName = z.infer<typeof CategoryName>;

/** Where a contribution comes from: a category's rules, the z-scores, a signal of its own, or what is left of earlier risk. */
export const ContributionCategory = z.enum([...CATEGORIES, "anomaly", "signal", "history"]);
export type ContributionCategory = z.infer<typeof ContributionCategory>;

export const RiskLevel = z.enum(["low", "medium", "high"]);
export type RiskLevel = z.infer<typeof RiskLevel>;

/** Risk up to here, inclusive, is low. */
export const LOW_UP_TO = 30;
/** Risk up to here, inclusive, is medium. */
export const MEDIUM_UP_TO = 70;

/**
 * Level of a risk, on the unrounded number.
 *
 * @param risk In [0, 100].
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(riskLevel(30), "low");
 * assert.equal(riskLevel(30.01), "medium");
 * assert.equal(riskLevel(70.5), "high");
 * ```
 */
export function riskLevel(risk: number): RiskLevel {
  return risk <= LOW_UP_TO ? "low" : risk <= MEDIUM_UP_TO ? "medium" : "high";
}

const share = z.number().min(0).max(1);
const score = z.number().min(0).max(100);

/** A named share of a risk score. All of a report's points add up to its risk exactly. */
export const Contribution = z.strictObject({
  name: z.string().describe("A feature of the catalogue, a signal, `cohort`, or `earlier`"),
  category: ContributionCategory,
  points: z.number().min(0).max(100),
});
export type Contribution = z.infer<typeof Contribution>;

/** Each signal of the scorer by name; null where it has too little data or is muted. `docs/scoring.md` lists them. */
export const SignalScores = z.record(z.string(), share.nullable());
export type SignalScores = z.infer<typeof SignalScores>;

export const CategoryScores = z.strictObject(
  Object.fromEntries(CATEGORIES.map((name) => [name, score.nullable()])) as Record<
    CategoryName,
    z.ZodNullable<z.ZodNumber>
  >,
);
export type CategoryScores = z.infer<typeof CategoryScores>;

/** What the fold says of an attempt after one log entry. Numbers only; what is behind them, `explain` says on demand. */
export const RiskReport = z.strictObject({
  risk: score,
  level: RiskLevel,
  peak: score.describe("Highest risk of the attempt so far"),
  t: z.number().describe("Attempt time the report is of, ms"),
  contributions: z.array(Contribution).describe("Largest first; points add up to `risk`"),
  signals: SignalScores,
  categories: CategoryScores,
  insufficient: z.array(z.string()).describe("Signals and categories with too little evidence to speak"),
  muted: z.array(z.string()).describe("Signals and features not considered, by accommodation or policy"),
  scorer_version: z.string(),
});
export type RiskReport = z.infer<typeof RiskReport>;

/** What is behind a contribution, as a code with numbers: `words/` says it in a language. */
export const Reason = z.strictObject({
  name: z.string(),
  category: ContributionCategory,
  points: z.number(),
  code: z.string().describe("What was seen: a key of `words/en/reasons.ts`"),
  numbers: z.record(z.string(), z.number()).describe(
    "What was measured. A name ends in its unit; shares lie in 0–1; a feature's `value` and `usual` are in the feature's unit",
  ),
  from: z.number().nullable().describe("Attempt time of the first event behind it, ms"),
  to: z.number().nullable().describe("Attempt time of the last event behind it, ms"),
});
export type Reason = z.infer<typeof Reason>;
