import { z } from "zod";
import { MAX_ROSTER_FILE } from "./limits.ts";
import { queryFlag } from "./query_flag.ts";
import { isWindow, RosterFields } from "./roster_fields.ts";

const id = z.string().min(1).max(64);

/** How far a student of a roster is: has not come, has come, is through. */
export const RosterState = z.enum(["not_come", "writing", "finished"]);
export type RosterState = z.infer<typeof RosterState>;

/** A line of an exam's roster, for its instructors. */
export const RosterLine = RosterFields.extend({
  student_id: id.describe("Stays the same whatever is changed, also under a new token"),
  state: RosterState,
  attempt_id: id.nullable(),
  earlier: z.array(id).optional().describe("Attempts before a make-up sitting, oldest first"),
});
export type RosterLine = z.infer<typeof RosterLine>;

/** `GET /api/exams/{exam_id}/roster?format=`: JSON, or a table without tokens. */
export const RosterQuery = z.object({ format: z.enum(["json", "csv"]).default("json") });
export const Roster = z.strictObject({ students: z.array(RosterLine) });

/** `PUT /api/exams/{exam_id}/roster/{student_id}`: the whole line; what is left out is taken away. */
export const RosterBody = RosterFields.refine(isWindow, { path: ["closes_at"], message: "after_opening" });

/** A roster as JSON: what a line does not name stays as it is. */
export const RosterFile = z.union([
  z.array(z.unknown()).max(MAX_ROSTER_FILE),
  z.strictObject({ students: z.array(z.unknown()).max(MAX_ROSTER_FILE) }),
]);

/** Who may join an exam: anybody with its code, or those of its roster alone. */
export const JoinWay = z.enum(["open", "roster"]);
export type JoinWay = z.infer<typeof JoinWay>;

/** `POST /api/exams/{exam_id}/roster?apply=&time_zone=&join=&revision=`: the query. */
export const RosterUploadQuery = z.object({
  apply: queryFlag().describe("Whether it is stored; else only told what would be"),
  time_zone: z.string().max(64).optional().describe("IANA zone of times that name none"),
  join: JoinWay.optional().describe("Who may join once it is applied: in the place of the exam's `join`"),
  revision: z.coerce.number().int().min(1).optional().describe(
    "Of the exam, beside `join`: where it is no longer the newest, nothing is changed",
  ),
});

/** What a file changes of a line. */
export const RosterChange = z.enum(["added", "changed", "left"]);
export type RosterChange = z.infer<typeof RosterChange>;

/** What was not understood of a roster's file, or not taken as it stood. */
export const RosterNote = z.strictObject({
  line: z.int().min(1).describe("Line in the file, or number of the student in JSON, from 1"),
  level: z.enum(["error", "warning"]).describe(
    "`error`: the file is not applied. `warning`: it is, but not as it stood",
  ),
  message: z.string(),
});
export type RosterNote = z.infer<typeof RosterNote>;

/** A personal token, shown once. */
export const RosterToken = z.strictObject({
  student_id: id,
  name: z.string(),
  number: z.string().optional(),
  group: z.string().optional(),
  token: z.string(),
});
export type RosterToken = z.infer<typeof RosterToken>;

/** What a file changes, or has changed. */
export const RosterUploadAnswer = z.strictObject({
  students: z.array(RosterFields.extend({ line: z.int().min(1), change: RosterChange, student_id: id.optional() })),
  notes: z.array(RosterNote),
  tokens: z.array(RosterToken).optional().describe("Of the added, when it was applied: shown once"),
  exam: z.strictObject({ join: JoinWay, revision: z.int().min(1) }).optional().describe(
    "How the exam stands now, where the query has a `join`",
  ),
});
export type RosterUploadAnswer = z.infer<typeof RosterUploadAnswer>;

/** `POST /api/exams/{exam_id}/roster/{student_id}/sitting`: a make-up sitting, at its own time where it says one. */
export const SittingBody = RosterFields.pick({ opens_at: true, closes_at: true })
  .refine(isWindow, { path: ["closes_at"], message: "after_opening" });

/** `POST /api/personal`: whom a personal token is for, before anything begins. */
export const PersonalBody = z.strictObject({ token: z.string().trim().min(1).max(200) });
export const PersonalAnswer = z.strictObject({
  code: z.string(),
  name: z.string(),
  number: z.string().optional(),
  duration_minutes: z.number().describe("With the extra time that is allowed"),
  extra_minutes: z.number().describe("What of it is extra"),
  opens_at: z.string().nullable(),
  closes_at: z.string().nullable(),
  began: z.boolean().describe("The token was used already"),
  ended_at: z.number().optional().describe("When the attempt that it began was over, ms since 1970; absent until then"),
});
export type PersonalAnswer = z.infer<typeof PersonalAnswer>;
