import { z } from "zod";
import { dictionary } from "./dictionary.ts";
import { ExamDocumentAnswer } from "./exam_document.ts";
import { queryFlag } from "./query_flag.ts";

/** Marks that an answer about a revision names, at most; `changes` counts all. */
export const MOST_NAMED_MARKS = 1_000;

const points = z.number().nullable();
const attempt = { attempt_id: z.string(), name: z.string().nullable(), question: z.string() };

/** Whom a change of an exam's document affects. */
export const Affected = z.strictObject({
  attempts: z.int().describe("Attempts that were begun before it"),
  under_way: z.int().describe("Those of them that are not over"),
  changes: z.int().describe("Marks of keys that it changes, in attempts that are over"),
  marks: z.array(z.strictObject({
    ...attempt,
    before: points.describe("By the key of before; null for not yet marked"),
    after: points,
  })).max(MOST_NAMED_MARKS).describe(
    "The first of these, by name; without names, by id, where answers are marked without them",
  ),
  above: z.array(z.strictObject({ ...attempt, points: z.number(), max: z.number() })).max(MOST_NAMED_MARKS)
    .describe("Marks of people that are above what their question gives from then on: they stay as they are"),
});
export type Affected = z.infer<typeof Affected>;

/** `PUT /api/exams/{exam_id}`. */
export const RevisedExamAnswer = ExamDocumentAnswer.extend({
  affected: Affected,
  kept: z.array(z.string()).describe(
    "Paths of what was changed and stays as it was in the attempts that were begun before: they keep their paper",
  ),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string(), path: z.string() })).optional()
    .describe("With `preview=true`: what its author may not have meant, and stops nobody"),
  missing: z.array(z.strictObject({ path: z.string(), problem: z.string() })).optional()
    .describe("With `preview=true`: what it needs before it can be published"),
});

export const ReviseExamQuery = z.object({
  preview: queryFlag()
    .describe("With `true` nothing is changed: the answer is what the change would come to, at the revision of now"),
});

/** One mark that a question's key gave, and since when. */
export const KeyMark = z.strictObject({
  revision: z.int().describe("Of the exam's document"),
  by: z.string().nullable().describe("Who wrote that revision; null for the one that the exam was made with"),
  at: z.number().describe("When, server time in ms since 1970"),
  points,
  max: z.number(),
});
export type KeyMark = z.infer<typeof KeyMark>;

/** What keys gave, by question and oldest first, where a change of the key changed it. */
export const KeyHistory = dictionary(z.string(), z.array(KeyMark));
export type KeyHistory = z.infer<typeof KeyHistory>;
