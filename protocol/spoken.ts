import { z } from "zod";
import { Flag } from "./flag.ts";
import { ContributionCategory } from "./risk.ts";

/** A contribution in words, in the language that the request asks for: what was seen, what is usual, and when. */
export const SpokenReason = z.strictObject({
  name: z.string(),
  category: ContributionCategory,
  points: z.number(),
  seen: z.string().describe("What was seen, a plain sentence with numbers"),
  usual: z.string().nullable().describe("What is usual for this student and this cohort, where that is known"),
  from_t: z.number().nullable().describe("Attempt time of the first event behind it, ms"),
  to_t: z.number().nullable().describe("Attempt time of the last event behind it, ms"),
});
export type SpokenReason = z.infer<typeof SpokenReason>;

/** A flag in words, in the language that the request asks for. */
export const SpokenFlag = Flag.omit({ rule: true, salt: true });
export type SpokenFlag = z.infer<typeof SpokenFlag>;
