import { z } from "zod";
import { NoticeKind } from "./notice.ts";
import { Accommodations } from "./exam.ts";
import { ScoringContext } from "./log_entry.ts";
import { RoomStudent } from "./proctor_messages.ts";
import { StudentStatement } from "./review.ts";
import { RiskLevel, RiskReport } from "./risk.ts";
import { StaffNote } from "./staff_note.ts";
import { SpokenFlag, SpokenReason } from "./spoken.ts";

const instant = z.number().describe("Server time, ms since 1970");

/** What was done to an attempt: its log's entries that are not batches, without answers. */
export const AttemptAction = z.strictObject({
  n: z.int(),
  kind: z.enum([
    "started",
    "admitted",
    "paused",
    "resumed",
    "locked",
    "released",
    "extended",
    "accommodated",
    "called",
    "noticed",
    "answered",
    "flag_raised",
    "flag_decided",
    "alert_handled",
    "device_released",
    "taken_over",
    "handed_over",
    "ended",
  ]),
  at: instant,
  by: z.string(),
  reason: z.string().nullable(),
  applied: z.boolean().optional().describe("Of answers given as a whole: false where they were kept and not applied"),
  notice: NoticeKind.optional().describe("Of a notice: which kind"),
  delivered_at: instant.optional().describe(
    "Of what the student is told: when it went out over a connection that was alive",
  ),
  seen_at: instant.optional().describe(
    "Of a notice: when its student said that it was read; of what else they are told: when their page had shown it",
  ),
  withdrawn_at: instant.optional().describe("Of a notice: when it was taken back before it went out"),
  minutes: z.number().optional().describe("Of more time: how much; below 0 where it was taken back"),
  until: instant.optional().describe("Of a granted break: when it is over by itself"),
  reason_hash: z.string().optional().describe("Names a reason that is private, and kept beside the log"),
});
export type AttemptAction = z.infer<typeof AttemptAction>;

/** A newer connection that took an attempt over from another one, by what it showed of itself. */
export const Takeover = z.strictObject({ at: instant, address: z.string(), agent: z.string() });
export type Takeover = z.infer<typeof Takeover>;

/** What of an attempt's writing is evidence alone: written while it was paused, locked or over. */
export const KeptWork = z.strictObject({
  edits: z.int().describe("Edits and choices"),
  characters: z.int().describe("Characters that they put in"),
  from: z.number().describe("Attempt time of the first, ms"),
  to: z.number(),
});
export type KeptWork = z.infer<typeof KeptWork>;

/** What was told of an attempt's risk while another version of the scorer was at work. */
export const ToldRisk = z.strictObject({ scorer_version: z.string(), risk: z.number(), level: RiskLevel });
export type ToldRisk = z.infer<typeof ToldRisk>;

/** A student's drawer. */
export const AttemptDetail = z.strictObject({
  student: RoomStudent,
  report: RiskReport,
  told: ToldRisk.nullable().describe(
    "Where another version of the scorer was at work at the last batch: what it said then. `report` is computed anew",
  ),
  reasons: z.array(SpokenReason),
  not_comparable: z.array(z.string()).describe(
    "Signals that say nothing though there is enough, since it cannot be compared: text from glass, a pen, an aid or an API",
  ),
  timeline: z.array(z.tuple([z.number(), z.number()])).describe(
    "[attempt time ms, risk] a batch; thinned to 500 points",
  ),
  flags: z.array(SpokenFlag),
  statements: z.array(StudentStatement).describe("The student's own words on the attempt, oldest first"),
  notes: z.array(StaffNote).describe("What staff noted for each other, oldest first; never told to the student"),
  actions: z.array(AttemptAction),
  takeovers: z.array(Takeover).describe("The newest, oldest first; empty where the attempt stayed on one device"),
  kept: KeptWork.nullable().describe("Edits that were kept and not applied; null for none"),
  accommodations: Accommodations.describe("What is taken into account now"),
  receipt: z.string().describe("Of the log as it stands; the student's own reads the same at the same entry"),
});
export type AttemptDetail = z.infer<typeof AttemptDetail>;

/** `GET /api/exams/{exam_id}/attempts/{attempt_id}/log` */
export const LogQuery = z.object({
  after: z.coerce.number().int().min(0).default(0).describe("Number of the entry before the page"),
});

/** A page of an attempt's log with lengths in place of text, as the event feed and the what-if read it. */
export const RedactedLogPage = z.strictObject({
  entries: z.array(z.record(z.string(), z.unknown())).describe("Log entries; answer text replaced by its length"),
  contexts: z.record(z.string(), ScoringContext),
  next: z.int().nullable().describe("`after` of the next page; null at the end"),
});
export type RedactedLogPage = z.infer<typeof RedactedLogPage>;
