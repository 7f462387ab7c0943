import { z } from "zod";
import { Question } from "./items/registry.ts";
import { MAX_NAME_CHARACTERS, MAX_STUDENT_NUMBER_CHARACTERS } from "./limits.ts";

/** What happens when a student's risk reaches 100. */
export const AtHundred = z.enum(["lock_and_submit", "lock_until_released", "alert_only"]);
export type AtHundred = z.infer<typeof AtHundred>;

const weight = z.number().min(0).max(3);

/** What the scorer is told by the exam. A part of the scoring context, so a change of it is in the log. */
export const ScoringPolicy = z.strictObject({
  muted: z.array(z.string().max(64)).max(100).default([])
    .describe("Signals, features or categories that are not considered for anybody"),
  weights: z.partialRecord(z.string().max(64), weight).default({})
    .describe("Factor on a signal's, feature's or category's share; 1 is the default, 0 mutes"),
});
export type ScoringPolicy = z.infer<typeof ScoringPolicy>;

export const Policy = z.strictObject({
  at_hundred: AtHundred.default("lock_until_released"),
  redirect_to: z.string().regex(/^\/[^/\\]/, "must be a path on this server").optional()
    .describe("Where `lock_and_submit` leads; the closing page when absent"),
  flag_at: z.number().min(0).max(100).default(70).describe("A risk above this raises a flag to be reviewed"),
  grace_minutes: z.number().min(0).max(24 * 60).default(10).describe(
    "Late batches are taken this long after the deadline",
  ),
  scoring: ScoringPolicy.prefault({}),
});
export type Policy = z.infer<typeof Policy>;

/** Presets of assistive technology; each mutes or reweights what it would disturb. `scoring/accommodations.ts` says how. */
export const AssistiveTechnology = z.enum(["dictation", "screen_reader", "switch_access", "motor_impairment"]);
export type AssistiveTechnology = z.infer<typeof AssistiveTechnology>;

/** What one student is allowed that others are not. An input of the scorer, never a correction after it. */
export const Accommodations = z.strictObject({
  extra_time_percent: z.number().min(0).max(400).default(0),
  technologies: z.array(AssistiveTechnology).max(4).default([]),
  muted: z.array(z.string().max(64)).max(100).default([]),
  weights: z.partialRecord(z.string().max(64), weight).default({}),
});
export type Accommodations = z.infer<typeof Accommodations>;

export const Student = z.strictObject({
  name: z.string().trim().min(1).max(MAX_NAME_CHARACTERS),
  number: z.string().trim().min(1).max(MAX_STUDENT_NUMBER_CHARACTERS).optional(),
});
export type Student = z.infer<typeof Student>;

export const RosterStudent = Student.extend({
  token: z.string().min(12).max(200).optional().describe("A personal token; made and printed once when absent"),
  accommodations: Accommodations.optional(),
});

export const StaffRole = z.enum(["admin", "instructor", "proctor"]);
export type StaffRole = z.infer<typeof StaffRole>;

export const ExamStaff = z.strictObject({
  username: z.string().regex(/^[a-z0-9._@-]{2,64}$/, "must be 2 to 64 lower-case letters, digits, ., _, @ or -"),
  role: z.enum(["instructor", "proctor"]),
  password: z.string().min(10).max(200).optional().describe("For a new account; made and printed once when absent"),
});

export const Retention = z.strictObject({
  events_days: z.number().min(0).max(3_650).default(180),
  reports_days: z.number().min(0).max(3_650).default(730),
});
export type Retention = z.infer<typeof Retention>;

const instant = z.iso.datetime({ offset: true });

/** Language that people wrote something in. */
export const LanguageTag = z.string().max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "must be a language tag (BCP 47), such as de or pt-BR")
  .refine(isLanguageTag, "must be a language tag (BCP 47), such as de or pt-BR");

/** Fields of an exam document, each by itself. */
export const ExamFields = z.strictObject({
  code: z.string().trim().toUpperCase().regex(/^[A-Z0-9-]{3,32}$/, "must be 3 to 32 letters, digits or -"),
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
  join: z.enum(["open", "roster"]).default("open").describe("By exam code and name, or by a personal token only"),
  questions: z.array(Question).min(1).max(500),
  policy: Policy.prefault({}),
  accommodations: Accommodations.optional().describe("For everybody who sits this exam"),
  roster: z.array(RosterStudent).max(100_000).default([]),
  staff: z.array(ExamStaff).max(1_000).default([]),
  retention: Retention.prefault({}),
});

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** An exam document, as `deno task exam FILE` reads it: its fields, and that they do not contradict each other. */
export const ExamDocument = ExamFields.superRefine((exam, context) => {
  const ids = new Set<string>();
  exam.questions.forEach((question, index) => {
    if (ids.has(question.id)) {
      context.addIssue({ code: "custom", path: ["questions", index, "id"], message: `"${question.id}" is used twice` });
    }
    ids.add(question.id);
  });
  if (exam.opens_at && exam.closes_at && Date.parse(exam.closes_at) <= Date.parse(exam.opens_at)) {
    context.addIssue({ code: "custom", path: ["closes_at"], message: "must be after opens_at" });
  }
  if (exam.join === "roster" && exam.roster.length === 0) {
    context.addIssue({
      code: "custom",
      path: ["roster"],
      message: "must name at least one student when join is roster",
    });
  }
});
export type ExamDocument = z.infer<typeof ExamDocument>;

export const ExamState = z.enum(["draft", "published", "closed"]);
export type ExamState = z.infer<typeof ExamState>;

/** State of an attempt. `expired` is submitted by the server at the deadline; late batches are still taken in its grace. */
export const AttemptState = z.enum(["active", "paused", "locked", "expired", "submitted", "terminated"]);
export type AttemptState = z.infer<typeof AttemptState>;

/** Whether an attempt is over for the student. */
export function isOver(state: AttemptState): boolean {
  return state === "expired" || state === "submitted" || state === "terminated";
}
