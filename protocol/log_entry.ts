import { z } from "zod";
import { FileId } from "./attempt_file.ts";
import { BatchFields, KeystrokeData } from "./events.ts";
import { Binding } from "./evidence.ts";
import { Accommodations, Declared, LanguageTag, ScoringPolicy } from "./exam.ts";
import { Flag, FlagState } from "./flag.ts";
import { Answers } from "./items/answer.ts";
import { MAX_BATCH_EVENTS } from "./limits.ts";
import { NoticeKind, NoticeStep } from "./notice.ts";
import { RiskLevel } from "./risk.ts";
import { VerdictWord } from "./verdict_word.ts";

const link = {
  n: z.int().min(1).describe("Number of the entry in its log, from 1, no gaps"),
  prev: z.string().describe("SHA-256 (hex) of the entry before, of its stored bytes; 64 zeros for the first"),
  received_at: z.number().describe("Server time, ms since 1970"),
  context: z.string().describe("Id of the scoring context that the entry was folded in"),
};

/** What a batch did to the score, kept beside its events so that a replay can be held against it. */
export const StoredRisk = z.strictObject({ risk: z.number(), level: RiskLevel });

const salt = z.string().optional().describe(
  "128 random bits (base64url) in an entry that names an account of staff: with them left out, nobody finds by trying whose it is. Absent in logs of before",
);

/** A student's batch in the log. */
export const BatchEntry = z.strictObject({
  kind: z.literal("batch"),
  ...link,
  ...BatchFields,
  late: z.boolean().describe("Arrived after a disconnect, or in the deadline's grace"),
  report: StoredRisk,
  kept: z.array(z.int().min(0)).max(MAX_BATCH_EVENTS).optional().describe(
    "Indices of edits and choices that were kept as evidence and not applied: written while the attempt was paused, locked " +
      "or over, or handed over after it",
  ),
  handed_over_by: z.string().optional().describe("Who took it in from a file, after the grace"),
  salt,
});

const by = z.string().describe("Who did it: a staff account, `student`, or `system`");
const control = { ...link, by, reason: z.string().nullable(), salt };
const deadline = z.number();
const reason_hash = z.string().optional()
  .describe("SHA-256 (hex) of a salt and a private reason, which are kept beside the log and can be removed");

/** Entries without a student's `seq`: what was done to the attempt. */
export const ControlEntry = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("started"),
    ...control,
    deadline,
    consent: z.string().nullable().describe("Version of the text that was consented to"),
    consent_language: LanguageTag.optional().describe("Language that it was read in (BCP 47)"),
    binds: Binding.optional().describe("Absent in logs of before; a signed seal stands beside those"),
    declared: Declared.optional().describe("Assistive technologies in the student's own word"),
    waits: z.literal(true).optional().describe(
      "It waits for a proctor: its time has not begun, and the deadline is the last moment to wait for; absent where not",
    ),
  }),
  z.strictObject({ kind: z.literal("admitted"), ...control, deadline })
    .describe("A proctor lets the student begin, from now on"),
  z.strictObject({
    kind: z.literal("practised"),
    ...control,
    events: z.array(KeystrokeData).min(1).max(MAX_BATCH_EVENTS).describe(
      "Keys without text; `t` from the practice's begin",
    ),
  }).describe(
    "What the student typed for practice while they waited: how, and not what. A baseline of their rhythm, no more",
  ),
  z.strictObject({
    kind: z.literal("paused"),
    ...control,
    until: z.number().optional().describe(
      "Of a break, granted or by the student: when it is over by itself, ms since 1970",
    ),
    reason_hash,
  }),
  z.strictObject({ kind: z.literal("resumed"), ...control, deadline }),
  z.strictObject({ kind: z.literal("locked"), ...control }),
  z.strictObject({ kind: z.literal("released"), ...control, deadline }),
  z.strictObject({ kind: z.literal("extended"), ...control, minutes: z.number(), deadline })
    .describe("More time; below 0, time that was given and is taken back"),
  z.strictObject({
    kind: z.literal("answered"),
    ...control,
    answers: Answers,
    applied: z.boolean().optional().describe("False where they came out of time, paused or locked: kept, not applied"),
    differs: z.array(z.string()).optional().describe("Questions whose answer is another than the events wrote"),
    outside_characters: z.int().min(0).optional().describe("Characters of them that no event wrote"),
  }),
  z.strictObject({ kind: z.literal("taken_over"), ...control }),
  z.strictObject({
    kind: z.literal("handed_over"),
    ...control,
    from_seq: z.int().describe("First batch that was taken in from a file after the grace"),
    to_seq: z.int(),
  }),
  z.strictObject({ kind: z.literal("noticed"), ...control, notice: NoticeKind }),
  z.strictObject({
    kind: z.literal("notice_reached"),
    ...control,
    noticed_n: z.int().min(1).describe("Number of the entry of the notice, or of what else the student is told"),
    step: NoticeStep,
  }),
  z.strictObject({ kind: z.literal("accommodated"), ...control, accommodations: Accommodations, deadline, reason_hash })
    .describe("From here on, in this entry's context; what was scored before stays"),
  z.strictObject({ kind: z.literal("called"), ...control }).describe("The student asked for a proctor, in these words"),
  z.strictObject({
    kind: z.literal("flag_raised"),
    ...control,
    flag_id: z.string(),
    t: z.number().describe("Attempt time of the flagged moment, ms"),
    rule: Flag.shape.rule.describe("What a rule says; absent for a person's flag"),
    note: z.string().nullable().describe("Salted SHA-256 (hex) of what a person wrote; null for nothing"),
  }),
  z.strictObject({ kind: z.literal("flag_decided"), ...control, flag_id: z.string(), state: FlagState }),
  z.strictObject({ kind: z.literal("alert_handled"), ...control, alert_id: z.string() }),
  z.strictObject({ kind: z.literal("device_released"), ...control }),
  z.strictObject({
    kind: z.literal("marked"),
    ...control,
    question: z.string(),
    points: z.number().min(0),
    comment: z.string().nullable().describe("Salted SHA-256 (hex) of what the marker wrote; null for nothing"),
    rubric: z.array(z.string()).optional().describe("Criteria that are met, where the question has some"),
    as: z.enum(["second", "agreed"]).optional().describe(
      "Where two mark: the second's own, or what both agree on; absent for the first, or where one marks",
    ),
  }).describe("A person's mark; the newest of a question and its place counts"),
  z.strictObject({
    kind: z.literal("verdict_given"),
    ...control,
    verdict: VerdictWord,
    reasons: z.array(z.string()).describe("Ids of flags, or names of contributions of the catalogue"),
    note: z.string().nullable().describe("Salted SHA-256 (hex) of what the reviewer wrote; null for nothing"),
  }).describe("A reviewer's word on the attempt; those before stay, and stand in the log"),
  z.strictObject({
    kind: z.literal("stated"),
    ...control,
    t: z.number().nullable().describe("Attempt time of the moment that it is about, ms; null for none"),
    text: z.string().describe("Salted SHA-256 (hex) of the student's own words, which are kept beside the log"),
  }).describe("The student's own words on the attempt"),
  z.strictObject({
    kind: z.literal("noted"),
    ...control,
    text: z.string().describe("Salted SHA-256 (hex) of what somebody of the staff wrote, which is kept beside the log"),
  }).describe("A note for the others of the staff; it says nothing to the student"),
  z.strictObject({
    kind: z.literal("file_received"),
    ...control,
    question: z.string(),
    file: FileId.describe("SHA-256 (hex) of its bytes, which are kept beside the log and can be removed"),
    bytes: z.int().min(1),
    media_type: z.string(),
  }).describe("A file that the student handed in; the answer names it where it counts"),
  z.strictObject({
    kind: z.literal("ended"),
    ...control,
    state: z.enum(["expired", "submitted", "terminated"]),
    cause: z.enum(["student", "deadline", "risk", "proctor"]),
  }),
]);
export type ControlEntry = z.infer<typeof ControlEntry>;

export const LogEntry = z.discriminatedUnion("kind", [BatchEntry, ...ControlEntry.options]);
export type BatchEntry = z.infer<typeof BatchEntry>;
export type LogEntry = z.infer<typeof LogEntry>;

/** `prev` of the first entry. */
export const FIRST_PREV = "0".repeat(64);

/** Median and spread of one feature over a cohort's attempts. */
const CohortFeature = z.strictObject({ median: z.number(), mad: z.number().min(0), n: z.int().min(0) });

/** What is usual in an exam, by the leased job's last look. */
export const CohortSummary = z.strictObject({
  attempts: z.int().min(0),
  features: z.record(z.string(), CohortFeature),
  forest: z.unknown().optional().describe("Isolation forest over the cohort, once it is large enough"),
});
export type CohortSummary = z.infer<typeof CohortSummary>;

/** Everything besides the events that a score depends on. Immutable; its id is the SHA-256 of its canonical JSON. */
export const ScoringContext = z.strictObject({
  scorer_version: z.string(),
  policy: ScoringPolicy,
  accommodations: Accommodations,
  declared: Declared.optional(),
  paper_characters: z.int().min(0).describe(
    "Characters of text in the paper, which can be pasted without being outside text",
  ),
  question_words: z.record(z.string(), z.int().min(0)).optional().describe(
    "Words to read before a question can be answered, choices included, by its id; absent in contexts of before",
  ),
  cohort: CohortSummary.nullable(),
});
export type ScoringContext = z.infer<typeof ScoringContext>;
