import { z } from "zod";
import { AttemptState } from "./exam.ts";
import {
  MAX_EVENT_TIME_MS,
  MAX_NOTE_CHARACTERS,
  MAX_STATEMENT_CHARACTERS,
  MAX_VERDICT_REASONS,
  MAX_VERDICTS,
} from "./limits.ts";
import { queryFlag } from "./query_flag.ts";
import { RiskLevel } from "./risk.ts";
import { VerdictWord } from "./verdict_word.ts";

const instant = z.number().describe("Server time, ms since 1970");

/** A flag's id, or what a contribution is called in the catalogue. */
export const VerdictReason = z.string().min(1).max(64);

/** A reviewer's word on an attempt, with what it rests on. */
export const VerdictBody = z.strictObject({
  verdict: VerdictWord,
  reasons: z.array(VerdictReason).max(MAX_VERDICT_REASONS).default([]).describe(
    "Ids of the attempt's flags, or names of contributions of the catalogue",
  ),
  note: z.string().trim().max(MAX_NOTE_CHARACTERS).default(""),
  seen: z.int().min(0).max(MAX_VERDICTS).optional().describe(
    "How many verdicts there were when the reviewer looked: where another person has given one since, this is a `conflict`",
  ),
});
export type VerdictBody = z.infer<typeof VerdictBody>;

/** One verdict, as it was given. */
export const Verdict = z.strictObject({
  at: instant,
  by: z.string().describe("A staff account"),
  verdict: VerdictWord,
  reasons: z.array(VerdictReason),
  note: z.string().describe("As long as it is kept; empty for none"),
});
export type Verdict = z.infer<typeof Verdict>;

/** How far the review of an attempt is. */
export const ReviewState = z.enum(["under_way", "to_review", "in_progress", "second", "done"]).describe(
  "`under_way`: the attempt is not over; `to_review`: nobody has it; `in_progress`: somebody has it, and has not decided; " +
    "`second`: a violation waits for another person; `done`: a verdict counts",
);
export type ReviewState = z.infer<typeof ReviewState>;

/** Which attempts of an exam are asked for; all of them when absent. */
export const ReviewQuery = z.object({ state: ReviewState.optional() });

/** One attempt in the queue of reviewers. */
export const ReviewRow = z.strictObject({
  attempt_id: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  peak: z.number().describe("Highest risk of the attempt, 0 to 100"),
  level: RiskLevel.describe("Of the peak"),
  flags: z.int().describe("Open ones"),
  verdict: VerdictWord.nullable().describe("The one that counts; null for none"),
  assigned_to: z.string().nullable().describe("The account that reviews it; null for nobody"),
  state: ReviewState,
  attempt_state: AttemptState,
  proposed_by: z.string().nullable().describe("Whose violation waits for another person; null for none"),
  statements: z.int().describe("What the student has said to it: how many statements"),
  ended_at: instant.nullable(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

/** Who is to review an attempt. */
export const AssignmentBody = z.strictObject({
  to: z.string().max(64).nullable().describe("A staff account of the exam, or null for nobody"),
  seen: z.string().max(64).nullable().optional().describe(
    "Who had it when the caller looked: where that has changed, this is a `conflict`",
  ),
});
export type AssignmentBody = z.infer<typeof AssignmentBody>;

export const AssignmentAnswer = z.strictObject({ assigned_to: z.string().nullable() });
export type AssignmentAnswer = z.infer<typeof AssignmentAnswer>;

/** A student's own words on the attempt. */
export const StatementBody = z.strictObject({
  text: z.string().trim().min(1).max(MAX_STATEMENT_CHARACTERS),
  t: z.int().min(0).max(MAX_EVENT_TIME_MS).optional().describe("The moment that it is about: attempt time, ms"),
});
export type StatementBody = z.infer<typeof StatementBody>;

/** One statement of a student. */
export const StudentStatement = z.strictObject({
  at: instant,
  t: z.number().nullable().describe("The moment that it is about: attempt time, ms; null for none"),
  text: z.string().nullable().describe("null once it was removed"),
});
export type StudentStatement = z.infer<typeof StudentStatement>;

/** How the review of one attempt stands. */
export const AttemptReview = z.strictObject({
  state: ReviewState,
  verdict: VerdictWord.nullable().describe("The one that counts; null for none"),
  proposed_by: z.string().nullable().describe("Whose violation waits for another person; null for none"),
  second_person: z.boolean().describe("Whether a violation counts only once another person has confirmed it"),
  assigned_to: z.string().nullable(),
  verdicts: z.array(Verdict).describe("Oldest first; none is ever overwritten"),
  statements: z.array(StudentStatement).describe("Oldest first"),
});
export type AttemptReview = z.infer<typeof AttemptReview>;

/** `GET …/attempts/{attempt_id}/report`: what is to be in it beside what always is. */
export const ReportQuery = z.object({
  notes: queryFlag().describe("Whether notes and private reasons of staff are in it, too"),
});
