import { z } from "zod";
import { Accommodations, ExamState, LanguageTag, Policy, Student } from "./exam.ts";
import { MAX_QUESTIONS } from "./limits.ts";
import { Question } from "./items/registry.ts";
import { plainToken } from "./plain_token.ts";

export const RosterStudent = Student.extend({
  token: z.string().min(12).max(200).optional().describe("A personal token; made and printed once when absent"),
  accommodations: Accommodations.optional(),
});

const ExamStaff = z.strictObject({
  username: z.string().regex(/^[a-z0-9._@-]{2,64}$/, "username_form"),
  role: z.enum(["instructor", "proctor"]),
  password: z.string().min(10).max(200).optional().describe("For a new account; made and printed once when absent"),
});

export const Retention = z.strictObject({
  events_days: z.number().min(0).max(3_650).default(180),
  reports_days: z.number().min(0).max(3_650).default(730),
});
export type Retention = z.infer<typeof Retention>;

const instant = z.iso.datetime({ offset: true });

/** Fields of an exam document, each by itself. */
export const ExamFields = z.strictObject({
  code: z.string().trim().toUpperCase().regex(/^[A-Z0-9-]{3,32}$/, "code_form"),
  title: z.string().trim().min(1).max(200),
  language: LanguageTag.optional()
    .describe(
      "Language of the exam (BCP 47): its pages speak it where they can, and what is written here is marked with it",
    ),
  instructions: z.string().max(5_000).optional(),
  duration_minutes: z.number().min(1).max(7 * 24 * 60),
  opens_at: instant.optional(),
  closes_at: instant.optional(),
  capacity: z.int().min(1).max(1_000_000).optional().describe("Attempts, at most"),
  attempts_per_student: z.int().min(1).max(100).default(1)
    .describe("Attempts of one student number, at most, where the exam is joined by its code"),
  join: z.enum(["open", "roster"]).default("open").describe("By exam code and name, or by a personal token only"),
  questions: z.array(Question).min(1).max(MAX_QUESTIONS),
  policy: Policy.prefault({}),
  accommodations: Accommodations.optional().describe("For everybody who sits this exam"),
  roster: z.array(RosterStudent).max(100_000).default([]),
  staff: z.array(ExamStaff).max(1_000).default([]),
  retention: Retention.prefault({}),
});

/** An exam document, as `deno task exam FILE` reads it: its fields, and that they do not contradict each other. */
export const ExamDocument = ExamFields.superRefine((exam, context) => {
  const ids = new Set<string>();
  exam.questions.forEach((question, index) => {
    if (ids.has(question.id)) {
      const path = ["questions", index, "id"];
      context.addIssue({ code: "custom", path, message: "used_twice", params: { value: question.id } });
    }
    ids.add(question.id);
  });
  const tokens = new Set<string>();
  exam.roster.forEach(({ token }, index) => {
    if (token === undefined) return;
    const plain = plainToken(token);
    if (tokens.has(plain)) {
      const path = ["roster", index, "token"];
      context.addIssue({ code: "custom", path, message: "token_used_twice" });
    }
    tokens.add(plain);
  });
  if (exam.opens_at && exam.closes_at && Date.parse(exam.closes_at) <= Date.parse(exam.opens_at)) {
    context.addIssue({ code: "custom", path: ["closes_at"], message: "after_opening" });
  }
  if (exam.join === "roster" && exam.roster.length === 0) {
    context.addIssue({
      code: "custom",
      path: ["roster"],
      message: "roster_needed",
    });
  }
});
export type ExamDocument = z.infer<typeof ExamDocument>;

/** State that an exam is made in. */
export const NewExamState = z.enum(["draft", "published"]);
export type NewExamState = z.infer<typeof NewExamState>;

/** `POST /api/exams`: an exam document, and the state that the exam is made in. */
export const CreateExamBody = ExamDocument.safeExtend({ state: NewExamState.default("published") });

/** `GET /api/exams/{exam_id}`: what its authors wrote, correct answers included. Roster and staff have calls of their own. */
export const ExamDocumentAnswer = z.strictObject({
  exam_id: z.string(),
  state: ExamState,
  revision: z.int().min(1),
  document: ExamFields.omit({ roster: true, staff: true }),
});
