import { z } from "zod";
import { RiskLevel } from "./risk.ts";

const count = z.int().min(0);

/** Wilson's interval of a share, 95 %: the range that such counts still allow. */
export const ShareInterval = z.strictObject({ low: z.number().min(0).max(1), high: z.number().min(0).max(1) });
export type ShareInterval = z.infer<typeof ShareInterval>;

/** What raised flags: a person, or a rule by its code. */
export const FlagSource = z.enum(["person", "risk_above", "not_applied"]);
export type FlagSource = z.infer<typeof FlagSource>;

/** `GET /api/exams/{exam_id}/overview`: what an exam's attempts that are over come to. No name is in it. */
export const ExamOverview = z.strictObject({
  attempts: count.describe("That are over; every other figure is of these"),
  under_way: count,
  levels: z.record(RiskLevel, count).describe("Of the peaks"),
  peaks: z.array(count).length(10).describe("Attempts by their peak: up to 10, above 10 up to 20, … up to 100"),
  taken_over: count.describe("Attempts that went on on another connection than the one that they began on"),
  ended_by: z.strictObject({ student: count, deadline: count, risk: count, proctor: count }),
  flag_minutes: z.strictObject({
    width: z.int().min(1).describe("Minutes that each count is of"),
    counts: z.array(count).max(60),
  }).describe("Flags by the exam's minute, from the attempt's beginning on"),
  flags: z.array(z.strictObject({
    source: FlagSource,
    open: count,
    confirmed: count,
    dismissed: count,
    share: ShareInterval.nullable().describe("Of the confirmed among the decided; null for none decided"),
  })),
  flag_questions: z.strictObject({
    questions: z.array(z.strictObject({
      question: z.string(),
      flags: count.describe("Whose moments lie where it was in view"),
      confirmed: count.describe("Of them"),
      attempts: count.describe("That they are of"),
    })).describe("The exam's, in their order"),
    unknown: count.describe("Flags at moments of which the question is not known"),
  }),
  signal_flags: z.strictObject({
    signals: z.array(z.strictObject({
      name: z.string(),
      flags: count.describe("Of the rule for the risk, raised while it had a share of the score of a point or more"),
      confirmed: count,
      dismissed: count,
      open: count,
      share: ShareInterval.nullable().describe("Of the confirmed among the decided; null for none decided"),
    })).describe("The most flags first; one flag is counted with everything that it rested on"),
    unknown: count.describe("Flags of that rule of which it is not known what they rested on"),
  }),
  losses: z.strictObject({
    of: count.describe("Attempts of which it is kept when their browsers lost the network"),
    attempts: count.describe("Those in which one did"),
    spans: z.strictObject({
      width: z.int().min(1).describe("Minutes that each count is of"),
      counts: z.array(count).max(60).describe("How often the network was lost"),
      attempts: z.array(count).max(60).describe("In how many attempts"),
    }),
  }).describe("By the browsers' own word, by the exam's minute, from the attempt's beginning on; no part of any risk"),
  signals: z.array(z.strictObject({
    name: z.string(),
    spoke: count.describe("Attempts with a verdict that counts in which it had a share of the score, or was named"),
    named: count.describe("Those of them whose verdict is suspicious or a violation, and rests on it"),
    satisfactory: count.describe("Those of them that were found satisfactory"),
    share: ShareInterval.nullable().describe("Of the named among those in which it spoke"),
  })),
  questions: z.array(z.strictObject({
    question: z.string(),
    n: count.describe("Attempts in which it was in view"),
    quartile_seconds: z.tuple([z.number(), z.number(), z.number()]).nullable().describe(
      "Time in view: lower quartile, median, upper quartile; null where nobody saw it",
    ),
    written: count.describe("Attempts with text in the answer to it"),
    quartile_characters: z.tuple([z.number(), z.number(), z.number()]).nullable().describe(
      "Characters of that text, in the same way; null for none",
    ),
  })),
  times_of: count.describe("Attempts whose times are kept; those of removed events are not"),
});
export type ExamOverview = z.infer<typeof ExamOverview>;
