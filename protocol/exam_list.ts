import { z } from "zod";
import { ExamState } from "./exam.ts";
import { queryFlag } from "./query_flag.ts";

const id = z.string().min(1).max(64);

/** An exam in the list of those that an account may see. */
export const ExamSummary = z.strictObject({
  exam_id: id,
  code: z.string(),
  title: z.string(),
  state: ExamState,
  opens_at: z.string().nullable().describe("As its author wrote it; null where it is open as soon as it is published"),
  closes_at: z.string().nullable(),
  attempts: z.int(),
  duration_minutes: z.number().optional(),
  live: z.int().optional().describe("Attempts under way"),
  open_flags: z.int().optional().describe(
    "Flags that nobody has decided on; one of an attempt that had none shows within a minute",
  ),
  to_review: z.int().optional().describe(
    "Attempts that are over and that no reviewer has: those of `GET …/review?state=to_review`",
  ),
  archived: z.boolean().optional(),
});
export type ExamSummary = z.infer<typeof ExamSummary>;

/** Which exams are asked for. */
export const ExamsQuery = z.object({
  archived: queryFlag().describe("Also those that were archived"),
});

/** Answer of what changes an exam's state. */
export const ExamStateAnswer = z.strictObject({ exam_id: id, state: ExamState });
