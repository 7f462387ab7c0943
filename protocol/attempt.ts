import { z } from "zod";
import { Closing } from "./closing.ts";
import { Accommodations, AttemptState, Declared, KnownStudent, ShowRisk } from "./exam.ts";
import { Answers } from "./items/answer.ts";
import { MAX_CALL_CHARACTERS } from "./limits.ts";
import { Notice } from "./notice.ts";
import { HIDDEN } from "./own_risk.ts";
import { Paper } from "./paper.ts";
import { queryFlag } from "./query_flag.ts";
import { Reason, RiskLevel } from "./risk.ts";
import { SittingRules } from "./sitting_rules.ts";
import { BreakLeft, ByPolicy, Ended, OwnBreak, Unseen } from "./student_messages.ts";

const instant = z.number().describe("Server time, ms since 1970");

/** What the student's page needs to go on after a reload. */
export const AttemptAnswer = z.strictObject({
  attempt_id: z.string().min(1).max(64),
  state: AttemptState,
  student: KnownStudent,
  started_at: instant,
  deadline: instant,
  server_time: instant,
  last_seq: z.int(),
  last_t: z.number().optional().describe(
    "Attempt time of the last stored event, ms: a device that takes over goes on from there",
  ),
  waits_until: instant.optional().describe("While it waits for a proctor: until when; absent for no end"),
  break_until: instant.optional().describe("In a break: when it is over"),
  break_left: BreakLeft,
  own_break: OwnBreak,
  accommodations: Accommodations.optional().describe("What is taken into account"),
  declared: Declared.optional(),
  exam: Paper.describe(
    "Once the attempt is over, without instructions and questions; while it waits, without questions",
  ),
  furthest: z.string().optional().describe(
    "Of an exam that is sat forward only: the furthest question that was in view; those before it cannot be changed",
  ),
  answers: Answers,
  closing: Closing.optional().describe("Once it is over: what was received, and what comes next"),
  receipt: z.string().describe(
    "The event log's end as it stands, signed, in a form to copy: 24 groups of 8 characters",
  ),
  last_hash: z.string().nullable().optional().describe("As `welcome` of the socket carries it"),
  reason: z.string().nullable().optional().describe("Why the attempt is paused or locked, where somebody wrote it"),
  by_policy: ByPolicy,
  notices: z.array(Notice).optional().describe("What the student has not seen yet, oldest first"),
  unseen: Unseen,
  show_risk: ShowRisk.optional().describe("What the exam's policy shows of the risk"),
  rules: SittingRules.optional().describe("What is asked while it is written"),
  takes_statements: z.boolean().optional().describe(
    "While it is written: the exam takes the student's own words to what was recorded (`POST /api/attempt/statement`)",
  ),
  risk: z.strictObject({
    risk: z.number(),
    level: RiskLevel,
    reasons: z.array(Reason),
    insufficient: z.boolean().optional(),
  }).nullable().optional().describe(`Absent while nothing was captured; ${HIDDEN}`),
  ended: z.strictObject(Ended).optional().describe("How it ended, where it has"),
});
export type AttemptAnswer = z.infer<typeof AttemptAnswer>;

/** `GET /api/attempt` */
export const AttemptQuery = z.object({
  polled: queryFlag().describe("A page that has no socket asks again and again: its student is there"),
});

/** `POST /api/attempt/call` */
export const CallBody = z.strictObject({ text: z.string().trim().max(MAX_CALL_CHARACTERS).optional() });

/** `POST /api/attempt/back` */
export const BackBody = z.strictObject({});

/** `POST /api/attempt/seen` */
export const SeenBody = z.strictObject({ id: Notice.shape.id });
