import { z } from "zod";
import { BatchEvents, BatchFields } from "./events.ts";
import {
  Accommodations,
  AttemptState,
  Declared,
  ExamState,
  KnownStudent,
  LanguageTag,
  ShowRisk,
  StaffRole,
  Student,
} from "./exam.ts";
import { Answers } from "./items/answer.ts";
import { PaperQuestion } from "./items/registry.ts";
import { Notice } from "./notice.ts";
import { MAX_CALL_CHARACTERS, MAX_LENGTH } from "./limits.ts";
import { CategoryScores, Contribution, Reason, RiskLevel, SignalScores } from "./risk.ts";
import { ByPolicy, Ended } from "./student_messages.ts";
import { SpokenReason } from "./spoken.ts";

const id = z.string().min(1).max(64);
const score = z.number().min(0).max(100);

/** Of an answer that a student gets, too. */
const HIDDEN = "null for the student while the exam's policy does not show them their risk (`show_risk`)";
const ownScore = score.nullable().describe(HIDDEN);
const ownLevel = RiskLevel.nullable().describe(HIDDEN);
const instant = z.number().describe("Server time, ms since 1970");

export const PingAnswer = z.strictObject({ message: z.literal("Server is running") });

/** What was agreed to, and the language that it was read in. */
export const Consent = z.strictObject({ version: z.string().min(1).max(64), language: LanguageTag.optional() });
export type Consent = z.infer<typeof Consent>;

/** Made by the client, at random: the same body under the same id gives the same attempt and token again for a while. */
const requestId = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/).optional();

/** Joins by the exam's code and a name, or by a personal token. */
const declared = Declared.optional().describe("Assistive technologies in use, in the student's own word");
export const StartExamBody = z.union([
  z.strictObject({
    code: z.string().trim().min(1).max(64),
    student: Student,
    consent: Consent.optional(),
    declared,
    request_id: requestId,
  }),
  z.strictObject({
    token: z.string().trim().min(1).max(200),
    consent: Consent.optional(),
    declared,
    request_id: requestId,
  }),
]);
export type StartExamBody = z.infer<typeof StartExamBody>;

/** What a student gets to see of an exam. */
export const Paper = z.strictObject({
  exam_id: id,
  title: z.string(),
  language: LanguageTag.optional().describe("Language that the exam is written in (BCP 47), where it says so"),
  instructions: z.string().optional(),
  questions: z.array(PaperQuestion),
});
export type Paper = z.infer<typeof Paper>;

export const StartExamAnswer = z.strictObject({
  attempt_id: id,
  session_token: z.string(),
  deadline: instant,
  exam: Paper,
});
export type StartExamAnswer = z.infer<typeof StartExamAnswer>;

/**
 * The server's answers to some questions, as they are after batch `seq`. Edits are positional: where some of a batch were not
 * applied, the page goes on from these, with what it holds behind `seq` applied to them.
 */
export const AnswersAsOf = z.strictObject({ seq: z.int(), answers: Answers });
export type AnswersAsOf = z.infer<typeof AnswersAsOf>;

export const LogActivityBody = z.strictObject(BatchFields);
export const LogActivityAnswer = z.strictObject({
  ack: z.int(),
  risk_score: ownScore,
  risk_level: ownLevel,
  answers: AnswersAsOf.optional().describe("Where edits were kept and not applied: the page goes on from these"),
});

export const RiskScoreAnswer = z.strictObject({
  attempt_id: id,
  risk_score: ownScore,
  risk_level: ownLevel,
  insufficient: z.boolean().nullable().describe(`Too little was seen so far for the level to say anything; ${HIDDEN}`),
  categories: CategoryScores.nullable().describe(HIDDEN),
  signals: SignalScores.nullable().describe(HIDDEN),
  reasons: z.array(SpokenReason).nullable().describe(HIDDEN),
  updated_at: instant,
});
export type RiskScoreAnswer = z.infer<typeof RiskScoreAnswer>;

export const SubmitExamBody = z.strictObject({ answers: Answers.optional() });
export const SubmitExamAnswer = z.strictObject({
  attempt_id: id,
  state: z.literal("submitted"),
  risk_score: ownScore,
});

const milliseconds = z.number().min(0).max(3_600_000);
const count = z.number().min(0).max(1_000_000);

const NEVER_LESS = "more is never less risk";
const NEVER_MORE = "more is never more risk; says something only where keys were timed (`mean_dwell` above 0)";

/** The seeds' ten fields: ms, px/ms, counts, s. The risk is monotone in each, in the direction that stands here. */
export const PredictBody = z.strictObject({
  sample_id: z.union([z.string().max(200), z.number()]).describe("Names the sample; no influence"),
  mean_dwell: milliseconds.describe(
    "Mean time that a key is held, ms; above 0 it says that keys were timed, which is never less risk; else no influence",
  ),
  std_dwell: milliseconds.describe(`Its standard deviation, ms; ${NEVER_MORE}`),
  mean_flight: z.number().min(-3_600_000).max(3_600_000).describe("Mean time between keys, ms; no influence"),
  std_flight: milliseconds.describe(`Its standard deviation, ms; ${NEVER_MORE}`),
  avg_mouse_speed: z.number().min(0).max(1_000).describe("Mean speed of the pointer, px/ms; no influence"),
  tab_switch_count: count.describe(`Times that the tab was hidden; ${NEVER_LESS}`),
  copy_events: count.describe(`Copies; ${NEVER_LESS}`),
  paste_events: count.describe(`Pastes of text from outside; ${NEVER_LESS}`),
  inactivity_time: z.number().min(0).max(MAX_LENGTH).describe(`Time without input, s; ${NEVER_LESS}`),
});
export type PredictBody = z.infer<typeof PredictBody>;
export const PredictAnswer = z.strictObject({
  risk_score: score,
  message: z.string(),
  risk_level: RiskLevel,
  contributions: z.array(Contribution),
});
export type PredictAnswer = z.infer<typeof PredictAnswer>;

const seconds = z.number().min(1).max(24 * 3_600);
const windows = { interval_seconds: seconds, window_size_seconds: seconds };

export const ExtractFeaturesBody = z.union([
  z.strictObject({
    attempt_id: id,
    interval_seconds: seconds.optional(),
    window_size_seconds: seconds.optional(),
  }),
  z.strictObject({
    events: BatchEvents,
    interval_seconds: seconds.optional(),
    window_size_seconds: seconds.optional(),
  }),
]);
export const FeatureInterval = z.strictObject({
  interval_start: z.number().describe("Attempt time, ms"),
  interval_end: z.number(),
  features: z.record(z.string(), z.number().nullable()),
});
export type FeatureInterval = z.infer<typeof FeatureInterval>;
export const FeaturesAnswer = z.strictObject({ intervals: z.array(FeatureInterval) });
export const FeaturesTestAnswer = z.strictObject({ events: BatchEvents, intervals: z.array(FeatureInterval) });

export const CalculateBody = z.strictObject({ test_id: id, ...windows });
export const IntervalScore = z.strictObject({
  attempt_id: id,
  interval_start: z.number(),
  interval_end: z.number(),
  risk_score: score.describe(
    "The seeds' rules alone, which see little: nearly every interval is low. The live score sees more",
  ),
  risk_level: RiskLevel.describe("Of the rules alone"),
  mouse_score: score.nullable(),
  keyboard_score: score.nullable(),
  window_score: score.nullable(),
  live_risk: score.nullable().describe(
    "The live score as proctors saw it at the interval's end; null before the first batch",
  ),
  live_level: RiskLevel.nullable(),
  model_score: score.nullable().describe(
    "A random forest's and a multivariate regression's mean over the seeds' seventeen features, trained on labelled intervals; " +
      "null where nothing was measured",
  ),
});
export type IntervalScore = z.infer<typeof IntervalScore>;
export const CalculateAnswer = z.strictObject({
  test_id: id,
  intervals_processed: z.int(),
  risk_scores: z.array(IntervalScore),
});

const Summary = z.strictObject({
  interval_count: z.int(),
  avg_risk: score,
  max_risk: score,
  avg_mouse_score: score.nullable(),
  avg_keyboard_score: score.nullable(),
  avg_window_score: score.nullable(),
});
export const ScoringSummaryAnswer = z.strictObject({
  test_id: id,
  levels: z.strictObject({ low: Summary, medium: Summary, high: Summary }),
  attempts: z.array(Summary.extend({ attempt_id: id, risk_level: RiskLevel })),
});

export const SessionBody = z.strictObject({
  username: z.string().min(1).max(200),
  password: z.string().min(1).max(1_000),
  code: z.string().max(20).optional().describe("One-time code, where the account has a second factor"),
});
export const SessionAnswer = z.strictObject({
  token: z.string(),
  role: StaffRole,
  expires_at: instant,
});

export const ExamSummary = z.strictObject({
  exam_id: id,
  code: z.string(),
  title: z.string(),
  state: ExamState,
  opens_at: z.string().nullable().describe("As its author wrote it; null where it is open as soon as it is published"),
  closes_at: z.string().nullable(),
  attempts: z.int(),
});
export type ExamSummary = z.infer<typeof ExamSummary>;

/** Answer of what changes an exam's state. */
export const ExamStateAnswer = z.strictObject({ exam_id: id, state: ExamState });

/** What the student's page needs to go on after a reload. */
export const AttemptAnswer = z.strictObject({
  attempt_id: id,
  state: AttemptState,
  student: KnownStudent,
  started_at: instant,
  deadline: instant,
  server_time: instant,
  last_seq: z.int(),
  last_t: z.number().optional().describe(
    "Attempt time of the last stored event, ms: a device that takes over goes on from there",
  ),
  break_until: instant.optional().describe("In a granted break: when it is over"),
  accommodations: Accommodations.optional().describe("What is taken into account"),
  declared: Declared.optional(),
  exam: Paper,
  answers: Answers,
  receipt: z.string().describe(
    "The event log's end as it stands, signed, in a form to copy: 24 groups of 8 characters",
  ),
  last_hash: z.string().nullable().optional().describe("As `welcome` of the socket carries it"),
  reason: z.string().nullable().optional().describe("Why the attempt is paused or locked, where somebody wrote it"),
  by_policy: ByPolicy,
  notices: z.array(Notice).optional().describe("What the student has not seen yet, oldest first"),
  show_risk: ShowRisk.optional().describe("What the exam's policy shows of the risk"),
  risk: z.strictObject({
    risk: z.number(),
    level: RiskLevel,
    reasons: z.array(Reason),
    insufficient: z.boolean().optional(),
  }).nullable().optional().describe(`Absent while nothing was captured; ${HIDDEN}`),
  ended: z.strictObject(Ended).optional().describe("How it ended, where it has"),
});
export const AttemptQuery = z.object({
  polled: z.literal("true").optional().describe("A page that has no socket asks again and again: its student is there"),
});
export const CallBody = z.strictObject({ text: z.string().trim().max(MAX_CALL_CHARACTERS).optional() });
export const SeenBody = z.strictObject({ id: Notice.shape.id });
export type AttemptAnswer = z.infer<typeof AttemptAnswer>;
