import { z } from "zod";
import { paperHtml } from "./items/prompt.ts";
import { Shown } from "./items/shown_answer.ts";
import { LanguageTag, ResultsShow } from "./exam.ts";
import { queryFlag } from "./query_flag.ts";

/** What students see of their results, everything said. */
export const ShownResults = z.strictObject({
  points: z.boolean(),
  answers: z.boolean(),
  comments: z.boolean(),
  key: z.boolean(),
  feedback: z.boolean(),
});
export type ShownResults = z.infer<typeof ShownResults>;

/** What is shown where nobody says otherwise: what a student needs to understand their marks, and nothing that tells the key. */
export const SHOWN_BY_DEFAULT: ShownResults = {
  points: true,
  answers: true,
  comments: true,
  key: false,
  feedback: false,
};

/** `POST /api/exams/{exam_id}/release`. */
export const ReleaseBody = z.strictObject({
  released: z.boolean().default(true).describe("`false` takes it back: results can no longer be read"),
  show: ResultsShow.optional().describe("What students see, in place of what the exam's policy says"),
});

/** How it stands with an exam's results. */
export const Release = z.strictObject({
  released: z.boolean().describe("Whether students may read their results, as far as `waits_for` lets them"),
  at: z.number().nullable().describe("Since when it is so, ms since 1970; null while nobody has decided"),
  by: z.string().nullable(),
  show: ShownResults,
  waits_for: z.enum(["end"]).nullable()
    .describe("`end`: while attempts are under way nothing is shown, also of an exam that is closed; null for nothing"),
  key_waits: z.boolean().describe(
    "Whether key, feedback and criteria that are met are held back: the exam can be joined, or attempts are under way",
  ),
  under_way: z.int(),
});
export type Release = z.infer<typeof Release>;

/** One question of a student's result. What the author does not show is absent. */
export const ResultQuestion = z.strictObject({
  question: z.string(),
  type: z.string(),
  text: z.string(),
  html: paperHtml.describe("The text as HTML, where the exam is Markdown: safe as it is"),
  max: z.number(),
  points: z.number().nullable().optional().describe("null for not yet marked"),
  answer: z.array(z.string()).optional(),
  answer_shown: Shown.optional().describe("The answer as the question was seen, where that says more"),
  comment: z.string().optional(),
  criteria: z.array(z.strictObject({ text: z.string(), points: z.number() })).optional()
    .describe(
      "Criteria that are met, where the answer was marked by some; shown with comments, and held back as the key is",
    ),
  key: z.array(z.string()).optional(),
  key_shown: Shown.optional(),
  feedback: z.array(z.string()).optional(),
  feedback_html: z.array(z.string()).optional().describe("The same as HTML, where the exam is Markdown"),
});
export type ResultQuestion = z.infer<typeof ResultQuestion>;

/** `GET /api/attempt/result`: a student's own. */
export const AttemptResult = z.discriminatedUnion("released", [
  z.strictObject({ released: z.literal(false), exam: z.string(), language: LanguageTag.optional() }),
  z.strictObject({
    released: z.literal(true),
    exam: z.string(),
    language: LanguageTag.optional(),
    student: z.strictObject({
      name: z.string().describe("Empty in a preview while names are hidden from whoever marks"),
      number: z.string().optional(),
    }),
    handed_in: z.number().nullable().describe("When the attempt ended, ms since 1970"),
    complete: z.boolean().describe("Whether every question is marked"),
    total: z.number().optional().describe("Points so far"),
    max: z.number(),
    questions: z.array(ResultQuestion),
  }),
]);
export type AttemptResult = z.infer<typeof AttemptResult>;

/** What a preview shows; of `GET …/attempts/{attempt_id}/result`. */
export const PreviewQuery = z.object({
  points: queryFlag(),
  answers: queryFlag(),
  comments: queryFlag(),
  key: queryFlag(),
  feedback: queryFlag(),
});

/** `POST /api/result`: a student who has the personal token alone. */
export const ResultByTokenBody = z.strictObject({ token: z.string().min(1).max(200) });
