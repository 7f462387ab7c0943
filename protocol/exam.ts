import { z } from "zod";
import { MAX_MUTED } from "./limits.ts";
import { PersonName, StudentNumber } from "./person_name.ts";

/** What happens when a student's risk reaches 100. */
export const AtHundred = z.enum(["lock_and_submit", "lock_until_released", "alert_only"]);
export type AtHundred = z.infer<typeof AtHundred>;

/** What students see of their own risk: while they write, once it is over, or never. */
export const ShowRisk = z.enum(["live", "after", "never"]);
export type ShowRisk = z.infer<typeof ShowRisk>;

const weight = z.number().min(0).max(3);

/** What the scorer is told by the exam. A part of the scoring context, so a change of it is in the log. */
export const ScoringPolicy = z.strictObject({
  muted: z.array(z.string().max(64)).max(MAX_MUTED).default([])
    .describe("Signals, features or categories that are not considered for anybody"),
  weights: z.partialRecord(z.string().max(64), weight).default({})
    .describe("Factor on a signal's, feature's or category's share; 1 is the default, 0 mutes"),
});
export type ScoringPolicy = z.infer<typeof ScoringPolicy>;

export const Policy = z.strictObject({
  at_hundred: AtHundred.default("lock_until_released"),
  redirect_to: z.string().regex(/^\/[^/\\]/, "local_path").optional()
    .describe("Where `lock_and_submit` leads; the closing page when absent"),
  flag_at: z.number().min(0).max(100).default(70).describe("A risk above this raises a flag to be reviewed"),
  grace_minutes: z.number().min(0).max(24 * 60).default(10).describe(
    "Late batches are taken this long after the deadline",
  ),
  scoring: ScoringPolicy.prefault({}),
  // Without a default: a policy is bound by its hash, and those of before have no such field.
  show_risk: ShowRisk.optional().describe(
    "What students see of their own risk: `live` (when absent), `after` the end, or `never`; until then it is null in their answers",
  ),
});
export type Policy = z.infer<typeof Policy>;

/** Presets of assistive technology; each mutes or reweights what it would disturb. `scoring/accommodations.ts` says how. */
export const AssistiveTechnology = z.enum(["dictation", "screen_reader", "switch_access", "motor_impairment"]);
export type AssistiveTechnology = z.infer<typeof AssistiveTechnology>;

/** Assistive technologies that a student says to use. Their own word: nothing follows from it but that people can read it. */
export const Declared = z.array(AssistiveTechnology).max(4);
export type Declared = z.infer<typeof Declared>;

/** What one student is allowed that others are not. An input of the scorer, never a correction after it. */
export const Accommodations = z.strictObject({
  extra_time_percent: z.number().min(0).max(400).default(0),
  technologies: z.array(AssistiveTechnology).max(4).default([]),
  muted: z.array(z.string().max(64)).max(MAX_MUTED).default([]),
  weights: z.partialRecord(z.string().max(64), weight).default({}),
});
export type Accommodations = z.infer<typeof Accommodations>;

/** A student as somebody names them who joins, or who writes a roster. */
export const Student = z.strictObject({ name: PersonName, number: /* @__PURE__ */ StudentNumber.optional() });
export type Student = z.infer<typeof Student>;

/** A student as they are kept: names that were taken under older rules stay as they are. */
export const KnownStudent = z.strictObject({ name: z.string(), number: z.string().optional() });

export const StaffRole = z.enum(["admin", "instructor", "proctor"]);
export type StaffRole = z.infer<typeof StaffRole>;

/** Language that people wrote something in. */
export const LanguageTag = z.string().max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "language_tag")
  .refine(isLanguageTag, "language_tag");

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const ExamState = z.enum(["draft", "published", "closed"]);
export type ExamState = z.infer<typeof ExamState>;

/** State of an attempt. `expired` is submitted by the server at the deadline; late batches are still taken in its grace. */
export const AttemptState = z.enum(["active", "paused", "locked", "expired", "submitted", "terminated"]);
export type AttemptState = z.infer<typeof AttemptState>;

/** Whether an attempt is over for the student. */
export function isOver(state: AttemptState): boolean {
  return state === "expired" || state === "submitted" || state === "terminated";
}
