import { z } from "zod";
import { HIDDEN, ownLevel, ownScore } from "./own_risk.ts";
import { CategoryScores, SignalScores } from "./risk.ts";
import { SpokenReason } from "./spoken.ts";

/** `GET /risk_score?attempt_id=` */
export const RiskScoreQuery = z.object({ attempt_id: z.string().min(1).max(64).optional() });

export const RiskScoreAnswer = z.strictObject({
  attempt_id: z.string().min(1).max(64),
  risk_score: ownScore,
  risk_level: ownLevel,
  insufficient: z.boolean().nullable().describe(`Too little was seen so far for the level to say anything; ${HIDDEN}`),
  categories: CategoryScores.nullable().describe(HIDDEN),
  signals: SignalScores.nullable().describe(HIDDEN),
  reasons: z.array(SpokenReason).nullable().describe(HIDDEN),
  updated_at: z.number().describe("Server time, ms since 1970"),
});
export type RiskScoreAnswer = z.infer<typeof RiskScoreAnswer>;
