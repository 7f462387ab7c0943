import { z } from "zod";
import { Answers } from "./items/answer.ts";
import { ownScore } from "./own_risk.ts";

export const SubmitExamBody = z.strictObject({ answers: Answers.optional() });
export const SubmitExamAnswer = z.strictObject({
  attempt_id: z.string().min(1).max(64),
  state: z.literal("submitted"),
  risk_score: ownScore,
});
