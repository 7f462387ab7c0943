import { z } from "zod";
import { BatchFields, KeystrokeData } from "./events.ts";
import { Answers } from "./items/answer.ts";
import { Notice } from "./notice.ts";
import { Accommodations, AttemptState } from "./exam.ts";
import { MAX_BATCH_EVENTS, MAX_CALL_CHARACTERS } from "./limits.ts";
import { Reason, RiskLevel } from "./risk.ts";

const insufficient = z.boolean().optional().describe("Too little was seen so far for the level to say anything");
const seq = z.int().min(0);
const instant = z.number().describe("Server time, ms since 1970");

/** Whether nobody but the exam's policy has locked an attempt. */
export const ByPolicy = /* @__PURE__ */ z.boolean().optional()
  .describe("Where the exam's policy has locked it: risk reached 100");

/** Breaks that need no asking. */
export const BreakLeft = /* @__PURE__ */ z.number().min(0).optional()
  .describe("Time left of the breaks that the student takes without asking, ms; absent where they ask for one");

/** What a page says that it has shown. */
export const Unseen = /* @__PURE__ */ z.array(z.string()).optional()
  .describe("What the student is told by this: each is sent back in `seen` once the page has shown it");

/** Whose break it is. */
export const OwnBreak = /* @__PURE__ */ z.boolean().optional().describe("Where the break that lasts is one of those");

/** Keys of a practice: how they were typed, and not what. */
export const PracticeEvents = /* @__PURE__ */ z.array(KeystrokeData).min(1).max(MAX_BATCH_EVENTS);

/** The first message of a student's connection. */
const StudentHello = z.strictObject({
  type: z.literal("hello"),
  protocol: z.number(),
  token: z.string().min(1).max(500),
});

/** What a student's browser sends. */
export const StudentToServer = z.discriminatedUnion("type", [
  StudentHello,
  z.strictObject({ type: z.literal("batch"), ...BatchFields }),
  z.strictObject({ type: z.literal("seen"), id: Notice.shape.id })
    .describe("The student has read a notice, or the page has shown what else they were told"),
  z.strictObject({ type: z.literal("ping") }),
  z.strictObject({ type: z.literal("call"), text: z.string().trim().max(MAX_CALL_CHARACTERS).optional() })
    .describe("Asks for a proctor"),
  z.strictObject({ type: z.literal("practice"), events: PracticeEvents })
    .describe("Keys that were typed for practice while the attempt waits"),
  z.strictObject({ type: z.literal("take_break") })
    .describe("The student takes a break of those that need no asking, if there is time left of them"),
  z.strictObject({ type: z.literal("back") }).describe("The student is back from a break before it is over"),
]);
export type StudentToServer = z.infer<typeof StudentToServer>;

/** How an attempt ended. */
export const Ended = {
  state: AttemptState,
  reason: z.enum(["student", "deadline", "risk", "proctor"]),
  redirect_to: z.string().nullable(),
  receipt: z.string().describe("Chain head of the event log: note it, and nobody can change the log unseen"),
};

/** What the server sends to a student's browser. */
export const ServerToStudent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("welcome"),
    protocol: z.number(),
    attempt_id: z.string(),
    last_seq: seq.describe("Highest stored batch; 0 for none"),
    last_hash: z.string().nullable()
      .describe("SHA-256 (hex) of the canonical JSON (RFC 8785) of the events of batch last_seq; null for none"),
    deadline: instant,
    state: AttemptState,
    server_time: instant,
    reason: z.string().nullable().optional().describe("Why the attempt is paused or locked, where somebody wrote it"),
    by_policy: ByPolicy,
    notices: z.array(Notice).optional().describe("What the student has not seen yet, oldest first"),
    break_until: instant.optional().describe("In a break: when it is over"),
    break_left: BreakLeft,
    own_break: OwnBreak,
    accommodations: Accommodations.optional().describe("What is taken into account"),
    unseen: Unseen,
  }),
  z.strictObject({ type: z.literal("ack"), seq }),
  z.strictObject({ type: z.literal("answers"), seq, answers: Answers })
    .describe(
      "Edits were kept and not applied: the page goes on from these answers, which are as of batch seq. Before the ack",
    ),
  z.strictObject({ type: z.literal("expected"), seq: seq.describe("The batch that is wanted next") }),
  z.strictObject({ type: z.literal("conflict"), seq, last_seq: seq }),
  z.strictObject({
    type: z.literal("risk"),
    risk: z.number(),
    level: RiskLevel,
    reasons: z.array(Reason),
    insufficient,
  }),
  z.strictObject({
    type: z.literal("high_risk_alert"),
    risk: z.number(),
    level: RiskLevel,
    reasons: z.array(Reason),
    insufficient,
  }),
  z.strictObject({ type: z.literal("notice"), ...Notice.shape }).describe("A word from a proctor"),
  z.strictObject({ type: z.literal("admitted"), deadline: instant, server_time: instant, unseen: Unseen })
    .describe("A proctor lets the student begin: the paper is to be asked for now"),
  z.strictObject({
    type: z.literal("paused"),
    paused: z.boolean(),
    reason: z.string().nullable(),
    deadline: instant,
    break_until: instant.optional().describe("Of a break: when it is over by itself"),
    break_left: BreakLeft,
    own_break: OwnBreak,
    unseen: Unseen,
  }),
  z.strictObject({
    type: z.literal("locked"),
    locked: z.boolean(),
    reason: z.string().nullable(),
    by_policy: ByPolicy,
    deadline: instant,
    unseen: Unseen,
  }),
  z.strictObject({
    type: z.literal("time"),
    deadline: instant,
    server_time: instant,
    accommodations: Accommodations.optional().describe("Where what is taken into account has changed"),
    break_left: BreakLeft,
    own_break: OwnBreak,
    unseen: Unseen,
  }),
  z.strictObject({ type: z.literal("submitted"), ...Ended }),
  z.strictObject({ type: z.literal("pong"), server_time: instant }),
]);
export type ServerToStudent = z.infer<typeof ServerToStudent>;
