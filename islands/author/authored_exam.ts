import { z } from "zod";
import { ExamDocumentAnswer } from "../../protocol/exam_document.ts";
import type { RevisedExamAnswer } from "../../protocol/revision_impact.ts";
import type { Question, QuestionType } from "../../protocol/items/registry.ts";

/** An exam as its author writes it. While it is written, texts may be empty and numbers `NaN`: that is what the schema says. */
export type AuthoredExam = z.infer<typeof ExamDocumentAnswer>["document"];

/** A question of one type as its author writes it. */
export type QuestionOf<Type extends QuestionType> = Extract<Question, { type: Type }>;

/** What the server has of an exam. */
export const SavedExam = ExamDocumentAnswer;
export type SavedExam = z.infer<typeof SavedExam>;

/** What the server says of a change: the exam as it is then, and whom the change meets. */
export type RevisedExam = z.infer<typeof RevisedExamAnswer>;

/** What was kept of an exam in this browser: a number that is none was written as null. */
export const KeptExam = z.object({ revision: z.int(), document: z.custom<AuthoredExam>(isDocument) });
export type KeptExam = z.infer<typeof KeptExam>;

function isDocument(value: unknown): boolean {
  const shape = z.looseObject({
    title: z.string(),
    code: z.string(),
    policy: z.looseObject({ scoring: z.looseObject({}) }),
    retention: z.looseObject({}),
    questions: z.array(z.looseObject({ id: z.string(), type: z.string(), text: z.string() })),
  });
  return shape.safeParse(value).success;
}
