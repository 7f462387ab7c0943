import { z } from "zod";
import { dictionary } from "./dictionary.ts";
import { AttemptState } from "./exam.ts";
import { Answers } from "./items/answer.ts";
import { MAX_EVENT_TIME_MS, MAX_NOTE_CHARACTERS } from "./limits.ts";

/** Points of one question, at most. */
const MAX_POINTS = 1_000;

const points = z.number().min(0).max(MAX_POINTS);
const question = z.string();

/** What stands in a mark's `by` where the question's key gave the points. */
export const AUTO = "auto";

/** Points for one answer. */
export const Mark = z.strictObject({
  points: points.nullable().describe("null for not yet marked"),
  max: z.number().describe("Points that the question gives"),
  by: z.string().nullable().describe("`auto`, a username, or null for not yet marked"),
  comment: z.string().optional().describe("What the marker wrote, as long as it is kept"),
});
export type Mark = z.infer<typeof Mark>;

/** Marks by question, in the order of the paper. */
export const Marks = dictionary(question, Mark);
export type Marks = z.infer<typeof Marks>;

/** A person's mark: it stands in place of the key's, and of an earlier one. */
export const MarkBody = z.strictObject({
  points: points.describe("From 0 to the question's points; fractions are taken"),
  comment: z.string().trim().max(MAX_NOTE_CHARACTERS).optional(),
});
export type MarkBody = z.infer<typeof MarkBody>;

/** Which moment of an attempt is asked about. */
export const AnswersQuery = z.object({
  t: z.coerce.number().int().min(0).max(MAX_EVENT_TIME_MS).optional().describe("Attempt time, ms; the end when absent"),
});

/** An attempt's answers at a moment, and its marks as they are now. */
export const AttemptAnswers = z.strictObject({
  t: z.number().describe("Attempt time that the answers are of, ms"),
  answers: Answers,
  marks: Marks.describe("As they are now, whatever `t`: marks are of the answers at the end"),
});
export type AttemptAnswers = z.infer<typeof AttemptAnswers>;

/** In which form marks are asked for. */
export const MarksQuery = z.object({ format: z.enum(["json", "csv"]).default("json") });

/** One attempt's line of the marks. */
export const AttemptMarks = z.strictObject({
  attempt_id: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  state: AttemptState,
  total: z.number().describe("Points so far"),
  complete: z.boolean().describe("Whether every question is marked"),
  verdict: z.string().nullable().describe("A reviewer's word, beside the marks; it changes none. null for none"),
  marks: Marks,
});
export type AttemptMarks = z.infer<typeof AttemptMarks>;

/** The marks of an exam. */
export const ExamMarks = z.strictObject({
  max: z.number().describe("Points that the whole exam gives"),
  attempts: z.array(AttemptMarks),
});
export type ExamMarks = z.infer<typeof ExamMarks>;

const figure = z.number().nullable();

/** What one question came to. */
export const ItemStatistics = z.strictObject({
  question,
  n: z.int().describe("Attempts that are over, and in which it is marked"),
  difficulty: figure.describe("Mean share of its points, 0 to 1: a high one is an easy question; null for no marks"),
  discrimination: figure.describe(
    "Correlation of its points with those of all other questions, over attempts that are marked in full; null where either " +
      "is the same for everybody",
  ),
  choices: dictionary(question, z.int()).optional().describe("How often each choice was made"),
  median_seconds: figure.describe("Median time that the question was in view, over who saw it; null for nobody"),
});
export type ItemStatistics = z.infer<typeof ItemStatistics>;

/** What an exam came to. */
export const ExamStatistics = z.strictObject({
  n: z.int().describe("Attempts that are over and marked in full"),
  mean: figure.describe("Of their points; null for none"),
  sd: figure.describe("Sample standard deviation of their points; null for fewer than two"),
  alpha: figure.describe("Cronbach's; null for fewer than two attempts or questions, or where all points are the same"),
  items: z.array(ItemStatistics),
});
export type ExamStatistics = z.infer<typeof ExamStatistics>;
