import { z } from "zod";
import { AnswerEdit, InputKind } from "./events.ts";
import { Answers } from "./items/answer.ts";
import { PaperQuestion } from "./items/registry.ts";

const t = z.number().describe("Attempt time, ms");
const question = z.string().describe("The id that its answer is kept under: of a gap, the question's and the gap's");

/** One step of how an attempt's answers came to be, or of what happened around it. Only what counted is told. */
export const ReplayStep = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("edit"),
    t,
    question,
    at: AnswerEdit.shape.at,
    removed: AnswerEdit.shape.removed,
    inserted: z.string(),
    input: InputKind.optional(),
  }),
  z.strictObject({ kind: z.literal("choose"), t, question, choices: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("whole"), t, answers: Answers }).describe("Answers that came as a whole"),
  z.strictObject({ kind: z.literal("view"), t, question }),
  z.strictObject({ kind: z.literal("focus"), t, focused: z.boolean() }),
  z.strictObject({ kind: z.literal("tab"), t, visible: z.boolean() }),
  z.strictObject({ kind: z.literal("connection"), t, online: z.boolean() }),
]);
export type ReplayStep = z.infer<typeof ReplayStep>;

/** Which page of it: what stands in the log behind this entry. */
export const ReplayQuery = z.object({ after: z.coerce.number().int().min(0).default(0) });

/** A page of what a replay needs of an attempt's log. */
export const ReplayPage = z.strictObject({
  started_at: z.number().describe("Server time, ms since 1970"),
  end_t: t.describe("Attempt time of the end, or of now"),
  questions: z.array(PaperQuestion).describe("As the student was given them; on the first page alone"),
  steps: z.array(ReplayStep).describe("In the log's order: what came late stands where it came"),
  keys: z.array(z.tuple([z.int(), z.int()])).describe("[second of the attempt, keys in it], those with any"),
  next: z.int().nullable().describe("`after` of the next page; null at the end"),
});
export type ReplayPage = z.infer<typeof ReplayPage>;
