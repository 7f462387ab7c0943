import { z } from "zod";

/** What became of a flag. */
export const FlagState = z.enum(["open", "confirmed", "dismissed"]);
export type FlagState = z.infer<typeof FlagState>;

/** A mark on a moment of an attempt, as it is stored and exported: a person's in their words, a rule's as a code. */
export const Flag = z.strictObject({
  flag_id: z.string().min(1).max(64),
  attempt_id: z.string().min(1).max(64),
  t: z.number().describe("Attempt time of the flagged moment, ms"),
  at: z.number().describe("Server time, ms since 1970"),
  by: z.string().describe("A staff account, or `rule`"),
  note: z.string().describe("What a person wrote; empty beside a code"),
  rule: z.discriminatedUnion("code", [
    z.strictObject({ code: z.literal("risk_above"), risk: z.number() }),
    z.strictObject({ code: z.literal("not_applied"), characters: z.number() }),
  ]).optional().describe("What a rule says"),
  state: FlagState,
  salt: z.string().optional().describe("Of the note's hash in the attempt's log; absent without a note"),
});
export type Flag = z.infer<typeof Flag>;

/** `PUT /api/exams/{exam_id}/attempts/{attempt_id}/flags/{flag_id}` */
export const DecideFlagBody = z.strictObject({ state: FlagState });
