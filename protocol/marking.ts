import { z } from "zod";
import { dictionary } from "./dictionary.ts";
import { AttemptState } from "./exam.ts";
import { rubric } from "./items/rubric.ts";
import { paperHtml } from "./items/prompt.ts";
import { Shown } from "./items/shown_answer.ts";
import { Mark, MarkPlace } from "./marks.ts";
import { queryFlag } from "./query_flag.ts";
import { KeyMark } from "./revision_impact.ts";

/** Whether names are to be left out. */

/** Which answers a marker asks for: to one question, of one attempt, or all; none of them for the counts alone. */
export const MarkingQuery = z.object({
  question: z.string().max(64).optional().describe("Answers to this question"),
  attempt: z.string().max(64).optional().describe("Answers of this attempt"),
  all: queryFlag().describe("All answers, as for printing"),
  texts: queryFlag(true).describe("`false` for marks without the answers, to see what others have marked since"),
  regrades: queryFlag().describe("Also which changes of keys have changed marks"),
  anonymous: queryFlag().describe("Without names and numbers, whatever the exam's policy says"),
});

/** A question as a marker sees it, with how far its marking is. */
export const MarkedQuestion = z.strictObject({
  question: z.string(),
  type: z.string(),
  text: z.string(),
  html: paperHtml.describe("The text as HTML, where the exam is Markdown: safe as it is"),
  points: z.number(),
  guidance: z.string().nullable().describe("What its author wrote for markers"),
  guidance_html: paperHtml,
  rubric: rubric.nullable().describe("What a person marks it by; null for nothing"),
  key: z.array(z.string()).describe("What is right, a line for each part; empty where a person marks it"),
  key_shown: Shown.optional().describe("The same as students saw the question, where that says more"),
  choices: dictionary(z.string(), z.string()).optional().describe("Texts of what can be chosen, by their ids"),
  choices_html: dictionary(z.string(), z.string()).optional().describe("The same as HTML, where the exam is Markdown"),
  marked: z.int(),
  open: z.int().describe("Answers that wait for a mark, of attempts that are over"),
});
export type MarkedQuestion = z.infer<typeof MarkedQuestion>;

/** An attempt that is over, as a marker sees it. */
export const MarkedAttempt = z.strictObject({
  attempt_id: z.string(),
  name: z.string().nullable().describe("null where marking is anonymous"),
  number: z.string().nullable(),
  state: AttemptState,
  open: z.int().describe("Answers that wait for a mark"),
  is_kept: z.boolean().describe("false where its log was removed: then nothing more is marked"),
});
export type MarkedAttempt = z.infer<typeof MarkedAttempt>;

/** The marks of an answer that two mark, as far as the marker may see them. */
export const MarkPlaces = z.strictObject({
  waits_for: z.enum(["you", "agreement", "others"]).nullable().describe(
    "`you`: a mark of yours; `agreement`: you and the other marker differ; `others`: a second marker, or two who differ; " +
      "null where it is settled",
  ),
  is_yours: z.boolean().describe("Whether one of the two marks is yours"),
  given: z.array(Mark.extend({ as: MarkPlace })).describe(
    "In their order; until both are in, your own alone",
  ),
});
export type MarkPlaces = z.infer<typeof MarkPlaces>;

/** One answer with its mark. */
export const MarkedAnswer = z.strictObject({
  attempt_id: z.string(),
  question: z.string(),
  asked: z.strictObject({ text: z.string(), html: paperHtml }).optional().describe(
    "The question as its student read it, where that is another text than the list of questions has",
  ),
  lines: z.array(z.string()).optional().describe(
    "The answer as it is read, a line for each thing chosen; absent when not asked for",
  ),
  shown: Shown.optional().describe("The same as the student saw the question, where that says more"),
  key: z.strictObject({ lines: z.array(z.string()), shown: Shown.optional() }).optional().describe(
    "The key that its mark is made with, where it is another than the list of questions has: the key of today does not fit what " +
      "this student read, or is worded otherwise there",
  ),
  is_blank: z.boolean(),
  words: z.int().optional().describe("Of a text"),
  mark: Mark.describe("The one that counts; where two mark and yours alone is in, yours"),
  places: MarkPlaces.optional().describe("Where two mark"),
});
export type MarkedAnswer = z.infer<typeof MarkedAnswer>;

/** A change of a question's key that changed marks of attempts that are over. */
export const Regrade = z.strictObject({
  question: z.string(),
  revision: z.int().describe("Of the exam's document"),
  by: z.string().nullable().describe("Who wrote that revision"),
  at: z.number().describe("When, ms since 1970"),
  changes: z.int().describe("Marks that it changed, but for those that a person has given since"),
});
export type Regrade = z.infer<typeof Regrade>;

/** `GET /api/exams/{exam_id}/marking`: what there is to mark. */
export const Marking = z.strictObject({
  anonymous: z.boolean().describe("Whether names are left out"),
  must_be_anonymous: z.boolean().describe("Whether the exam's policy asks for it"),
  under_way: z.int().describe("Attempts that are not over yet"),
  questions: z.array(MarkedQuestion).describe(
    "Of the exam as it is now; behind them those that it no longer has, and that attempts were given",
  ),
  attempts: z.array(MarkedAttempt).describe("By name; by id where marking is anonymous"),
  answers: z.array(MarkedAnswer),
  regrades: z.array(Regrade).optional().describe("Oldest first; absent when not asked for"),
});
export type Marking = z.infer<typeof Marking>;

/** One mark that a person gave, as the attempt's log has it. */
export const PastMark = z.strictObject({
  at: z.number().describe("ms since 1970"),
  by: z.string(),
  points: z.number(),
  comment: z.string().optional(),
  rubric: z.array(z.string()).optional().describe("Criteria that were met"),
  as: MarkPlace.optional().describe("Where two mark; absent for the first, or where one marks"),
});
export type PastMark = z.infer<typeof PastMark>;

/** Every mark that a person gave to one answer, oldest first. */
export const MarkHistory = z.strictObject({
  marks: z.array(PastMark),
  keys: z.array(KeyMark).describe("What its key gave, oldest first, where a change of the key changed it; else none"),
});
