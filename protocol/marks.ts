import { z } from "zod";
import { dictionary } from "./dictionary.ts";
import { AttemptState } from "./exam.ts";
import { Answers } from "./items/answer.ts";
import { KeyHistory } from "./revision_impact.ts";
import { VerdictWord } from "./verdict_word.ts";
import { MAX_EVENT_TIME_MS, MAX_NOTE_CHARACTERS } from "./limits.ts";

/** Points of one question, at most. */
const MAX_POINTS = 1_000;

const points = z.number().min(0).max(MAX_POINTS);
const question = z.string();

/** Ids of the criteria of a question's rubric that an answer meets. */
const criteria = z.array(z.string().max(64)).max(30);

/** What stands in a mark's `by` where the question's key gave the points. */
export const AUTO = "auto";

/** Points for one answer. */
export const Mark = z.strictObject({
  points: points.nullable().describe("null for not yet marked"),
  max: z.number().describe("Points that the question gives"),
  by: z.string().nullable().describe("`auto`, a username, or null for not yet marked"),
  comment: z.string().optional().describe("What the marker wrote, as long as it is kept"),
  rubric: criteria.optional().describe("Ids of the criteria that are met; absent where it was marked without"),
});
export type Mark = z.infer<typeof Mark>;

/** Marks by question, in the order of the paper. */
export const Marks = dictionary(question, Mark);
export type Marks = z.infer<typeof Marks>;

/** A mark as its marker saw it before. */
export const SeenMark = z.strictObject({
  points: points.nullable(),
  by: z.string().nullable(),
  comment: z.string().optional(),
  rubric: criteria.optional(),
});
export type SeenMark = z.infer<typeof SeenMark>;

/** Whose mark of an answer it is, where two mark: the first's, the second's, or what both agree on. */
export const MarkPlace = z.enum(["first", "second", "agreed"]);
export type MarkPlace = z.infer<typeof MarkPlace>;

/** A person's mark: it stands in place of the key's, and of an earlier one. */
export const MarkBody = z.strictObject({
  points: points.describe("From 0 to the question's points; fractions are taken"),
  comment: z.string().trim().max(MAX_NOTE_CHARACTERS).optional(),
  rubric: criteria.optional().describe("Ids of the criteria that are met; points stand by themselves"),
  as: z.literal("agreed").optional().describe(
    "Where two mark and both marks are in: what both agree on, by either of them, with a comment. Who is first and who is " +
      "second follows from who marks when",
  ),
  seen: SeenMark.optional()
    .describe(
      "The mark that stood there when the marker looked: where another person has set one since, this is a `conflict`",
    ),
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
  regraded: KeyHistory.optional().describe("What keys gave before, for questions where a changed key changed it"),
});
export type AttemptAnswers = z.infer<typeof AttemptAnswers>;

/** In which form marks are asked for. */
export const MarksQuery = z.object({ format: z.enum(["json", "csv"]).default("json") });

/** One attempt's line of the marks. */
export const AttemptMarks = z.strictObject({
  attempt_id: z.string(),
  name: z.string().nullable().describe("null, as the number is, while `anonymous`"),
  number: z.string().nullable(),
  state: AttemptState,
  total: z.number().describe("Points so far"),
  complete: z.boolean().describe("Whether every question is marked"),
  verdict: VerdictWord.nullable().describe(
    "A reviewer's word that counts, beside the marks; it changes none. null for none",
  ),
  marks: Marks,
});
export type AttemptMarks = z.infer<typeof AttemptMarks>;

/** The marks of an exam. */
export const ExamMarks = z.strictObject({
  max: z.number().describe(
    "Points that the exam gives as it is now. An attempt's own paper gives the sum of its marks' `max`",
  ),
  attempts: z.array(AttemptMarks).describe("By name; by id while `anonymous`"),
  anonymous: z.literal(true).optional().describe(
    "Names and numbers are left out: the exam's policy asks for anonymous marking, and not every answer is marked yet",
  ),
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
