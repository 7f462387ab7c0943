import { z } from "zod";
import { BatchFields } from "./events.ts";
import { Answers } from "./items/answer.ts";
import { ownLevel, ownScore } from "./own_risk.ts";

/**
 * The server's answers to some questions, as they are after batch `seq`. Edits are positional: where some of a batch were not
 * applied, the page goes on from these, with what it holds behind `seq` applied to them.
 */
export const AnswersAsOf = z.strictObject({ seq: z.int(), answers: Answers });
export type AnswersAsOf = z.infer<typeof AnswersAsOf>;

export const LogActivityBody = z.strictObject(BatchFields);
export const LogActivityAnswer = z.strictObject({
  ack: z.int(),
  risk_score: ownScore,
  risk_level: ownLevel,
  answers: AnswersAsOf.optional().describe("Where edits were kept and not applied: the page goes on from these"),
});
