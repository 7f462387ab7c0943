import { z } from "zod";
import { Alert, MOST_ALERTS_SENT } from "./alert.ts";
import { WatchedBy } from "./events.ts";
import { Accommodations, Declared, RoomState } from "./exam.ts";
import { MAX_ACTION_TARGETS, MAX_BREAK_MINUTES, MAX_EXTEND_MINUTES, MAX_NOTE_CHARACTERS } from "./limits.ts";
import { DeedStand } from "./notice.ts";
import { RiskLevel } from "./risk.ts";
import { SayToStaff, StaffTalk } from "./staff_talk.ts";
import { GiveBack, LookAt, People, TakeStudent } from "./room_people.ts";

const ProctorHello = z.strictObject({
  type: z.literal("hello"),
  protocol: z.number(),
  token: z.string().min(1).max(500).optional().describe("Left out where the session cookie is sent"),
  exam: z.string().min(1).max(64),
  since: z.int().min(0).optional().describe("The room's version that this client has"),
});

const id = z.string().min(1).max(64)
  .describe("The client's own; the answer names it, and a repeated one is done once");
const attemptId = z.string().min(1).max(64);
const action = {
  id,
  attempt_id: attemptId.optional(),
  attempt_ids: z.union([z.array(attemptId).min(1).max(MAX_ACTION_TARGETS), z.literal("all")]).optional()
    .describe('In place of attempt_id: several, or "all" of the exam that are not over; to admit, all that wait'),
};
const reason = z.string().trim().max(MAX_NOTE_CHARACTERS).optional();
const words = z.string().trim().min(1).max(MAX_NOTE_CHARACTERS);

/** What a proctor does to a live attempt, or to several: one of `attempt_id` and `attempt_ids` is given. */
export const ProctorAction = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("flag"),
    ...action,
    note: reason,
    t: z.number().min(0).optional().describe("Attempt time of the flagged moment, ms; now when absent"),
  }),
  z.strictObject({ type: z.literal("message"), ...action, text: words }),
  z.strictObject({ type: z.literal("warn"), ...action, text: words }),
  z.strictObject({ type: z.literal("admit"), ...action, reason })
    .describe("Lets whoever waits begin: their time runs from now on"),
  z.strictObject({ type: z.literal("pause"), ...action, reason }),
  z.strictObject({ type: z.literal("resume"), ...action, reason }),
  z.strictObject({ type: z.literal("lock"), ...action, reason }),
  z.strictObject({ type: z.literal("release"), ...action, reason }),
  z.strictObject({
    type: z.literal("extend"),
    ...action,
    minutes: z.number().min(1).max(MAX_EXTEND_MINUTES),
    reason,
  }),
  z.strictObject({
    type: z.literal("shorten"),
    ...action,
    minutes: z.number().min(1).max(MAX_EXTEND_MINUTES),
    reason,
  })
    .describe("Takes back time that was given, no more than that, and nobody's last minute"),
  z.strictObject({
    type: z.literal("withdraw"),
    ...action,
    of: z.string().min(1).max(64).describe("The action that wrote it, where that was the last; or its entry's number"),
  })
    .describe("Takes back a message or warning that has not gone out to its student"),
  z.strictObject({ type: z.literal("accommodate"), ...action, accommodations: Accommodations, reason })
    .describe("What the student is allowed from now on, in place of what was; muting a signal needs an instructor"),
  z.strictObject({
    type: z.literal("grant_break"),
    ...action,
    minutes: z.number().min(1).max(MAX_BREAK_MINUTES),
    reason,
  })
    .describe("The attempt stands still for so long, and the deadline moves by it; the student may come back earlier"),
  z.strictObject({ type: z.literal("terminate"), ...action, reason }),
  z.strictObject({ type: z.literal("release_device"), ...action, reason })
    .describe("Let the student's personal token, or number, go on with this attempt on another device, once"),
  z.strictObject({ type: z.literal("remove"), ...action, reason })
    .describe("End an attempt in which nothing was written, and give its place and number back"),
]);
export type ProctorAction = z.infer<typeof ProctorAction>;

/** Takes over an alert, or several: they are not shown to anybody any more. */
const HandleAlerts = z.strictObject({
  type: z.literal("handle"),
  id,
  alert_id: Alert.shape.alert_id.optional(),
  alert_ids: z.array(Alert.shape.alert_id).min(1).max(MOST_ALERTS_SENT).optional()
    .describe("In place of `alert_id`, for several at once"),
});
export type HandleAlerts = z.infer<typeof HandleAlerts>;
/** Whether an action says whom it is for: one attempt, or several. */
export function hasTarget({ attempt_id, attempt_ids }: ProctorAction): boolean {
  return (attempt_id === undefined) !== (attempt_ids === undefined);
}

/** What a proctor's browser sends. */
export const ProctorToServer = z.discriminatedUnion("type", [
  ProctorHello,
  ...ProctorAction.options,
  HandleAlerts,
  TakeStudent,
  GiveBack,
  LookAt,
  SayToStaff,
  z.strictObject({ type: z.literal("ping") }),
]);
export type ProctorToServer = z.infer<typeof ProctorToServer>;

/** A named reason as a row shows it: the contribution's name and its points, rounded. */
export const TopReason = z.tuple([z.string(), z.number()]);

/** How a name is like another one's in the exam: the same, or one that looks the same in other letters. */
export const Namesake = z.enum(["same", "look_alike"]);
export type Namesake = z.infer<typeof Namesake>;

/** A student as the room shows them. */
export const RoomStudent = z.strictObject({
  attempt_id: z.string().describe("Of who is `expected` the row's own: there is no attempt yet, and nothing to act on"),
  name: z.string(),
  number: z.string().nullable(),
  student_id: z.string().optional().describe("The roster's line; absent for who came without one"),
  group: z.string().optional().describe("As the roster has it; absent for none"),
  state: RoomState,
  connected: z.boolean(),
  risk: z.number().describe("Rounded to a tenth"),
  level: RiskLevel,
  peak: z.number(),
  last_seen: z.number().describe("Server time of the last message, ms since 1970; 0 for never"),
  started_at: z.number(),
  deadline: z.number(),
  reasons: z.array(TopReason).describe("The three largest contributions"),
  insufficient: z.boolean().describe("Too little evidence so far to compare with anything"),
  flags: z.number().describe("Flags that nobody has decided on"),
  question: z.string().nullable().describe("The question in view"),
  answered: z.number().describe("Questions with an answer"),
  accommodated: z.boolean(),
  blank: z.boolean().describe("Nothing was written or chosen so far"),
  namesake: Namesake.nullable(),
  removed: z.boolean().describe("A proctor removed it: it is not shown any more"),
  declared: Declared.optional().describe("Assistive technologies that the student says to use; absent for none"),
  silent: z.boolean().optional().describe(
    "Connected, and nothing at all was captured for two minutes: a state to look at, and no risk",
  ),
  break_until: z.number().nullable().optional().describe("On a break: when it is over by itself, ms since 1970"),
  notes: z.int().optional().describe("Notes of the staff; absent for none"),
  said: z.int().optional().describe(
    "How often the student has said something: calls for a proctor, and statements, also after the end; absent for never",
  ),
  taken_by: z.string().nullable().optional().describe("The proctor who looks after them; null or absent for nobody"),
  deed: DeedStand.optional().describe("How far the last thing that a proctor did has come; absent for none"),
  by_api: z.boolean().optional().describe("No page has ever captured it: it comes by API alone. No risk by itself"),
  watched_by: WatchedBy.nullable().optional().describe(
    "Written on pages of others, and watched there by this: answers that are not ours are not captured. No risk by itself",
  ),
});
export type RoomStudent = z.infer<typeof RoomStudent>;

/** Time between two values of a trend, ms. */
export const TREND_STEP_MS = 15_000;
/** Values of a trend, at most: five minutes. */
export const TREND_VALUES = 20;

/** A student in the whole room, with how the risk came to be what it is. */
export const PresentStudent = RoomStudent.extend({
  trend: z.array(z.number()).max(TREND_VALUES).optional()
    .describe("Risk over the last five minutes, a value every 15 s, oldest first; absent where it is not known here"),
});
export type PresentStudent = z.infer<typeof PresentStudent>;

/** What changed about a student since the last frame. */
export const RoomChange = RoomStudent.partial().required({ attempt_id: true });
export type RoomChange = z.infer<typeof RoomChange>;

/** Alerts that somebody has taken over. */
export const AlertsHandled = z.strictObject({
  type: z.literal("alerts_handled"),
  alert_ids: z.array(Alert.shape.alert_id),
  by: z.string(),
  at: z.number(),
});
export type AlertsHandled = z.infer<typeof AlertsHandled>;

/** What the server sends to a proctor's browser. */
export const ServerToProctor = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("room"), version: z.number(), students: z.array(PresentStudent) }),
  z.strictObject({ type: z.literal("frame"), version: z.number(), students: z.array(RoomChange) }),
  Alert,
  z.strictObject({
    type: z.literal("alerts"),
    alerts: z.array(Alert).max(MOST_ALERTS_SENT).describe("Newest first"),
    open: z.int().describe("How many are open in all"),
  }),
  AlertsHandled,
  People,
  StaffTalk,
  z.strictObject({
    type: z.literal("done"),
    id: z.string(),
    count: z.int().describe("Attempts, or alerts, that it was done to"),
    refused: z.array(z.strictObject({ attempt_id: z.string(), code: z.string() })).describe(
      "Of several, those that refused",
    ),
  }),
  z.strictObject({ type: z.literal("refused"), id: z.string(), code: z.string(), message: z.string() }),
  z.strictObject({ type: z.literal("pong"), server_time: z.number() }),
]);
export type ServerToProctor = z.infer<typeof ServerToProctor>;
