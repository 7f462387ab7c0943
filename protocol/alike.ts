import { z } from "zod";
import { dictionary } from "./dictionary.ts";

/**
 * What is compared: of pairs, how many answers are the same (ω with its exact chance), how many of the wrong ones (K1), and the longest
 * run of the same answers; of persons, right and wrong answers that do not fit (lz*, or Guttman errors), times that do not follow the
 * questions', and short times where right against expectation; of texts, common passages. docs/psychometrics.md has them all.
 */
export const AlikeIndex = z.enum([
  "same_answers",
  "same_wrong",
  "longest_run",
  "misfit",
  "guttman_errors",
  "odd_times",
  "fast_and_right",
]);
export type AlikeIndex = z.infer<typeof AlikeIndex>;

/** Whether an index was looked at, and from which size on it says something. */
export const AlikeIndexUse = z.strictObject({
  index: AlikeIndex,
  used: z.boolean(),
  looked_at: z.int().describe("Pairs or persons that it was looked at for, which its chances are corrected by"),
  least_persons: z.int(),
  least_questions: z.int(),
  most_persons: z.int().nullable().describe("Beyond it another index says the same better; null for none"),
});
export type AlikeIndexUse = z.infer<typeof AlikeIndexUse>;

/** One index of a pair or a person, against chance. */
export const AlikeFigure = z.strictObject({
  value: z.number().describe("ω, a number of answers or errors, or standard deviations"),
  p: z.number().describe("Chance of that or more, for this one alone"),
  adjusted: z.number().describe("The same, corrected for how many were looked at (Benjamini and Hochberg)"),
});
export type AlikeFigure = z.infer<typeof AlikeFigure>;

const figures = dictionary(z.string(), AlikeFigure).describe(
  "By index; without those that could not be said, or are plainly chance",
);
const attempt = z.string().describe("An attempt's id");
const count = z.int();

export const AlikePair = z.strictObject({
  one: attempt,
  other: attempt,
  answered: count.describe("Questions that both answered"),
  same: count,
  same_wrong: count,
  figures,
});
export type AlikePair = z.infer<typeof AlikePair>;

export const AlikePerson = z.strictObject({ attempt_id: attempt, figures });
export type AlikePerson = z.infer<typeof AlikePerson>;

/** A passage of an answer's text, half-open, in its own characters (UTF-16). */
export const AlikePlace = z.strictObject({ attempt_id: attempt, question: z.string(), from: count, to: count });
export type AlikePlace = z.infer<typeof AlikePlace>;

export const AlikePassage = z.strictObject({
  one: AlikePlace,
  other: AlikePlace,
  length: count.describe("Letters and signs, without spaces"),
  pairs_as_long: count.describe("Pairs of this exam that have a passage at least as long in common"),
});
export type AlikePassage = z.infer<typeof AlikePassage>;

export const AlikePassages = z.strictObject({
  least_length: count.describe("Letters and signs from which on a passage is found for certain"),
  texts: count,
  pairs: count.describe("Pairs of persons that were compared"),
  passages: z.array(AlikePassage).describe("Longest first"),
  widespread: z.array(z.strictObject({ place: AlikePlace, persons: count })).describe(
    "Passages that so many have that they are told once",
  ),
  is_cut: z.boolean().describe("Whether there were more than are told"),
});
export type AlikePassages = z.infer<typeof AlikePassages>;

/** `GET /api/exams/{exam_id}/alike`: where it is worth looking. It is no risk and enters no score. */
export const AlikeAnswers = z.strictObject({
  persons: count.describe("Attempts that are over and were compared"),
  left_out: count.describe("Attempts that are over and whose answers were removed"),
  questions: count.describe("Questions that are compared: with a key or marks, right for some and wrong for others"),
  is_too_small: z.boolean().describe("Whether no index can say anything of so few persons or questions"),
  model: z.enum(["rasch", "2pl"]).nullable().describe("Whose parameters were estimated from the exam; null for none"),
  indices: z.array(AlikeIndexUse),
  pairs: z.array(AlikePair).describe("Those with an adjusted chance of 5 % or less, most unlikely first, at most 200"),
  people: z.array(AlikePerson).describe("The same of persons"),
  texts: AlikePassages,
});
export type AlikeAnswers = z.infer<typeof AlikeAnswers>;
