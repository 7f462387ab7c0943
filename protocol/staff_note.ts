import { z } from "zod";
import { MAX_NOTE_CHARACTERS } from "./limits.ts";

/** `POST /api/exams/{exam_id}/attempts/{attempt_id}/notes` */
export const StaffNoteBody = z.strictObject({ text: z.string().trim().min(1).max(MAX_NOTE_CHARACTERS) });
export type StaffNoteBody = z.infer<typeof StaffNoteBody>;

/** What somebody of the staff noted on an attempt, for the others of the staff alone. */
export const StaffNote = z.strictObject({
  at: z.number().describe("Server time, ms since 1970"),
  by: z.string(),
  text: z.string().nullable().describe("null once it was removed"),
});
export type StaffNote = z.infer<typeof StaffNote>;
