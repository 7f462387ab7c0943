import { z } from "zod";
import { MAX_BREAK_MINUTES, MAX_EXTRA_MINUTES, MAX_MUTED } from "./limits.ts";
import { SittingRules } from "./sitting_rules.ts";
import { MAX_EMBED_ORIGINS, PageOrigin } from "./page_origin.ts";
import { PersonName, StudentNumber } from "./person_name.ts";

/** What happens when a student's risk reaches 100. */
export const AtHundred = z.enum(["lock_and_submit", "lock_until_released", "alert_only"]);
export type AtHundred = z.infer<typeof AtHundred>;

/** What students see of their own risk: while they write, once it is over, or never. */
export const ShowRisk = z.enum(["live", "after", "never"]);
export type ShowRisk = z.infer<typeof ShowRisk>;

const weight = z.number().min(0).max(3);

/** How answers are marked by hand. */
export const MarkingPolicy = z.strictObject({
  anonymous: z.boolean().optional().describe("Whether markers are not told whose answer they mark"),
  second_marker: z.boolean().optional()
    .describe("Whether a second person marks what no key marks, without seeing the first mark until both are in"),
});

/** How attempts are reviewed. */
export const ReviewPolicy = z.strictObject({
  second_person: z.boolean().optional()
    .describe("Whether the verdict `violation` counts only once another person has confirmed it"),
  statements: z.boolean().optional()
    .describe("Whether students may put their own words beside the evidence; they may when absent"),
  evidence: z.boolean().optional().describe(
    "Whether students may see the evidence of their own attempt once it is over, and take a signed account of it away; they may when absent",
  ),
});

/** What students see of their results; what is not named is as in `SHOWN_BY_DEFAULT`. */
export const ResultsShow = z.strictObject({
  points: z.boolean().optional(),
  answers: z.boolean().optional().describe("Their own"),
  comments: z.boolean().optional(),
  key: z.boolean().optional().describe("Once nobody can sit the exam any more"),
  feedback: z.boolean().optional().describe("As `key`: it may tell it"),
});
export type ResultsShow = z.infer<typeof ResultsShow>;

/** When students see their results, and what of them. */
export const ResultsPolicy = z.strictObject({
  release: z.enum(["manual", "after_close"]).optional()
    .describe("By a person (`manual`, when absent), or by itself once the exam is closed and no attempt is under way"),
  show: ResultsShow.optional(),
});

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
  proctors_see: z.enum(["progress", "answers"]).optional().describe(
    "What proctors see of answers: how far somebody is (`progress`, when absent), or the answers themselves",
  ),
  admission: z.enum(["open", "proctor"]).optional().describe(
    "Who joins begins at once (`open`, when absent), or waits without a question until a proctor lets them in (`proctor`)",
  ),
  rules: SittingRules.optional().describe("What is asked of students while they write"),
  embed_origins: z.array(PageOrigin).max(MAX_EMBED_ORIGINS).optional()
    .describe("Pages of other sites that may start and watch attempts of this exam; none when absent"),
  marking: MarkingPolicy.optional(),
  results: ResultsPolicy.optional(),
  review: ReviewPolicy.optional(),
});
export type Policy = z.infer<typeof Policy>;

/** Presets of assistive technology; each mutes or reweights what it would disturb. `scoring/accommodations.ts` says how. */
export const AssistiveTechnology = z.enum(["dictation", "screen_reader", "switch_access", "motor_impairment"]);
export type AssistiveTechnology = z.infer<typeof AssistiveTechnology>;

/** Assistive technologies that a student says to use. Their own word: nothing follows from it but that people can read it. */
export const Declared = z.array(AssistiveTechnology).max(4);
export type Declared = z.infer<typeof Declared>;

/**
 * Breaks that a student is allowed: how long each is, and how many; as many as are asked for where it is absent. Whoever takes
 * them without asking has as much time in all, in as many pieces as they like, and one break where `count` is absent.
 */
export const Breaks = z.strictObject({
  minutes: z.number().min(1).max(MAX_BREAK_MINUTES),
  count: z.int().min(1).max(100).optional(),
  by_student: z.boolean().optional().describe("Whether the student takes them without asking; no when absent"),
});
export type Breaks = z.infer<typeof Breaks>;

/** What one student is allowed that others are not. An input of the scorer, never a correction after it. */
export const Accommodations = z.strictObject({
  extra_time_percent: z.number().min(0).max(400).default(0),
  technologies: z.array(AssistiveTechnology).max(4).default([]),
  muted: z.array(z.string().max(64)).max(MAX_MUTED).default([]),
  weights: z.partialRecord(z.string().max(64), weight).default({}),
  // Without defaults: a log's first entry is bound to accommodations by their hash, and those of before have no such fields.
  extra_time_minutes: z.number().min(0).max(MAX_EXTRA_MINUTES).optional().describe(
    "Beside the percent, not in its place",
  ),
  breaks: Breaks.optional().describe(
    "Breaks that proctors grant when they are asked for, or that the student takes (`by_student`)",
  ),
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

/** What an exam's texts are: `plain`, shown as they were written, or `markdown`. */
export const TextFormat = z.enum(["plain", "markdown"]);
export type TextFormat = z.infer<typeof TextFormat>;

/** How students go through a paper: as they like, or `forward`, where a question that was left cannot be changed. */
export const Navigation = z.enum(["free", "forward"]);
export type Navigation = z.infer<typeof Navigation>;

export const ExamState = z.enum(["draft", "published", "closed"]);
export type ExamState = z.infer<typeof ExamState>;

/** State of an attempt. `waiting`: for a proctor to admit it; its time has not begun. `expired` is submitted by the server at the deadline; late batches are still taken in its grace. */
export const AttemptState = z.enum(["waiting", "active", "paused", "locked", "expired", "submitted", "terminated"]);
export type AttemptState = z.infer<typeof AttemptState>;

/** How a student stands in the room: as the attempt does, or `expected` while there is none. */
export const RoomState = z.enum([...AttemptState.options, "expected"]);
export type RoomState = z.infer<typeof RoomState>;

/** Whether an attempt is over for the student. */
export function isOver(state: RoomState): boolean {
  return state === "expired" || state === "submitted" || state === "terminated";
}
