import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { RiskLevel } from "../../protocol/risk.ts";
import type { Random } from "../../scoring/models/random.ts";
import type { ScoringEntry } from "../../scoring/scoring_entry.ts";
import type { SignalName } from "../../scoring/weights.ts";
import type { CarriedBy, Carrier } from "./carrier.ts";

/** A kind of sitting that the scorer has to tell from others: made anew for each carrier and seed, never recorded. */
export interface Case {
  /** In snake_case; names the case in figures. */
  name: string;
  /** What is done, in plain words, as `docs/scoring.md` prints it. */
  is: string;
  isHonest: boolean;
  /** Honest: the level at most. Dishonest: the level at least. */
  expected: RiskLevel;
  /** Signals that have something to see; two and more where two kinds of evidence meet. Empty for honest ones. */
  evidence: readonly SignalName[];
  carriedBy: CarriedBy;
  /** Named as a limit: nothing in the events could tell. It is measured and published, and counts as not found. */
  isLimit?: true;
  make(carrier: Carrier, random: Random): CaseSitting;
}

/** A case that somebody carried. */
export interface CaseSitting {
  entries: ScoringEntry[];
  /** What differs from the ordinary context: accommodations, words per question. */
  context?: Partial<Pick<ScoringContext, "accommodations" | "declared" | "paper_characters" | "question_words">>;
}
