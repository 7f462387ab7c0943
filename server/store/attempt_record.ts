import { z } from "zod";
import { Takeover } from "../../protocol/attempt_detail.ts";
import { Accommodations, AttemptState, Declared, KnownStudent } from "../../protocol/exam.ts";
import { WatchedBy } from "../../protocol/events.ts";
import { TopReason, TREND_VALUES } from "../../protocol/proctor_messages.ts";
import { DeedStand } from "../../protocol/notice.ts";
import { RiskLevel } from "../../protocol/risk.ts";
import { VerdictWord } from "../../protocol/verdict_word.ts";

/** Who sits an attempt and under which terms. Written at its start, and again where it goes on on another device. */
export const AttemptRecord = z.object({
  attemptId: z.string(),
  examId: z.string(),
  /** Of the exam's document that the attempt was begun under, and keeps; absent for the first one. */
  revision: z.int().min(1).optional(),
  student: KnownStudent,
  /** Of the hash of name and number that the log begins with; absent from attempts of before. */
  studentSalt: z.string().optional(),
  startedAt: z.number(),
  /** What the attempt began with; what a proctor granted since stands in the head. */
  accommodations: Accommodations,
  /** Assistive technologies in the student's own word. */
  declared: Declared.optional(),
  consent: z.string().nullable(),
  /** Hash of the session token; replaced when a proctor releases the attempt to another device. */
  tokenHash: z.string(),
  /** Account that tries the exam: the attempt counts nowhere; absent for students. */
  trialOf: z.string().optional(),
  rosterHash: z.string().nullable(),
  /** By what another browser is noticed, see `server/attempts/agent_mark.ts`; absent where nothing was said. */
  agentMark: z.string().optional(),
  /** The newest connections that took the attempt over from another one; absent for none. */
  takeovers: z.array(Takeover).optional(),
});
export type AttemptRecord = z.infer<typeof AttemptRecord>;

/** Summary of the last report, as rooms and lists show it without reading the log. */
export const RiskSummary = z.object({
  risk: z.number(),
  level: RiskLevel,
  peak: z.number(),
  reasons: z.array(TopReason),
  insufficient: z.boolean(),
});
export type RiskSummary = z.infer<typeof RiskSummary>;

/** Risk in even steps up to the last batch, so that a row can draw it without the log. */
export const RecentTrend = z.object({
  /** The last value's step: server time in steps of `TREND_STEP_MS` since 1970. */
  step: z.number(),
  values: z.array(z.number()).max(TREND_VALUES),
});

/** How the review of an attempt stands, as the queue shows it without the log. */
export const ReviewSummary = z.object({
  /** What counts where one person decides, … */
  one: VerdictWord.nullable(),
  /** … and where a violation needs another person, with whose violation waits then. */
  two: VerdictWord.nullable(),
  proposedBy: z.string().nullable(),
  statements: z.number(),
  /** The account that reviews it. */
  assignedTo: z.string().nullable(),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;

/**
 * The changing part of an attempt. Follows from its log; its own value is written whenever something is done to the attempt,
 * and every so often while batches come.
 */
export const AttemptHead = z.object({
  state: AttemptState,
  /** Server time, ms since 1970, paused and locked time already given back. */
  deadline: z.number(),
  /** The log's end. */
  n: z.number(),
  chain: z.string(),
  lastSeq: z.number(),
  /** Hash of the last batch's events, which `welcome` carries; null for none. */
  lastHash: z.string().nullable(),
  /** `t` of the last event, ms. */
  lastT: z.number(),
  /** Smallest difference of server time and attempt time seen lately, ms: what is beyond it arrived late. */
  clockOffset: z.number().nullable(),
  /** Since when the attempt has been paused or locked, ms since 1970; null while it runs. */
  stoppedAt: z.number().nullable(),
  /** In a break: when it is over by itself, ms since 1970. */
  breakUntil: z.number().nullable().default(null),
  /** Breaks that the student takes without asking: time used, ms, without the one that lasts; absent for none. */
  breakUsedMs: z.number().optional(),
  /** How many of those were taken; absent for none. */
  ownBreaks: z.int().optional(),
  /** Whether the break that lasts is one of those. */
  isOwnBreak: z.boolean().optional(),
  /** Where it waits for a proctor, or ran out of time before one came: when others' exam closes, as somebody wrote it. */
  waiting: z.object({ closesAt: z.string().nullable() }).optional(),
  /** Calls for a proctor that the log has; absent for none. */
  calls: z.int().optional(),
  /** Key events of the practice so far; absent for none. */
  practised: z.number().optional(),
  /** What a proctor granted in place of what the attempt began with; null for nothing. */
  accommodations: Accommodations.nullable().default(null),
  endedBy: z.enum(["student", "deadline", "risk", "proctor"]).nullable(),
  endedAt: z.number().nullable(),
  lastSeen: z.number(),
  risk: RiskSummary,
  openFlags: z.number(),
  question: z.string().nullable(),
  answered: z.number(),
  /** Whether the policy for 100 has been carried out and the risk has not fallen back since. */
  isHundredHandled: z.boolean(),
  /** Characters that were kept and not applied when a rule last flagged them; absent before. */
  flaggedKept: z.number().optional(),
  /** Absent before the first batch. */
  trend: RecentTrend.optional(),
  /** Whether anything was ever written or chosen; absent before the first batch. */
  hasWritten: z.boolean().optional(),
  /** Whether there are batches and no page has ever begun to capture; absent means no, or not known. */
  byApi: z.boolean().optional(),
  /** Where it is watched, if not on a page of ours: by its last page's own word. Absent on ours. */
  watchedBy: WatchedBy.optional(),
  /** Whether a proctor has removed it, since nothing was written in it; absent means no. */
  isRemoved: z.boolean().optional(),
  /** Staff's notes in the log; absent for none. */
  notes: z.int().optional(),
  /** The proctor who looks after the student while it goes on; absent for nobody. */
  takenBy: z.string().optional(),
  /** How far the last thing that a proctor did has come; absent before the first, and for those of before. */
  deed: DeedStand.optional(),
  /** Minutes that proctors gave and did not take back; absent for none. */
  givenMinutes: z.number().optional(),
  /** Absent before the first verdict, statement or assignment. */
  review: ReviewSummary.optional(),
  /**
   * A place of the writer's log: behind it, batches may lie that this head does not know of yet. Absent where there are none, and where
   * every entry brings its head along.
   */
  unsettledFrom: z.number().optional(),
  /** The one instance that may append batches. A higher epoch takes over. */
  writer: z.object({ instance: z.string(), epoch: z.number() }),
});
export type AttemptHead = z.infer<typeof AttemptHead>;

/** A head, and the version that it was read at. */
export interface StoredHead {
  head: AttemptHead;
  versionstamp: string;
}

/** Record and head of an attempt, as they were read. */
export interface StoredAttempt extends StoredHead {
  record: AttemptRecord;
}
