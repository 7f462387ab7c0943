import { z } from "zod";
import { Accommodations, Student } from "./exam.ts";
import { MAX_GROUP_CHARACTERS, MAX_NOTE_CHARACTERS } from "./limits.ts";
import { cleanLine } from "./person_name.ts";

const instant = z.iso.datetime({ offset: true });

/** What a roster says of a student. Nothing by which they could be reached: an exam has no use for it. */
export const RosterFields = Student.extend({
  group: z.string().overwrite(cleanLine).min(1).max(MAX_GROUP_CHARACTERS).optional()
    .describe("A room, a course or a day, as the exam's staff call it"),
  accommodations: Accommodations.optional(),
  opens_at: instant.optional().describe("In the place of the exam's, for this student alone"),
  closes_at: instant.optional(),
  reason: z.string().trim().min(1).max(MAX_NOTE_CHARACTERS).optional()
    .describe("Why something is allowed: for the exam's instructors, and neither for proctors nor for the student"),
});
export type RosterFields = z.infer<typeof RosterFields>;

/** Whether a start window ends after it begins, as far as it says both. */
export function isWindow({ opens_at, closes_at }: Pick<RosterFields, "opens_at" | "closes_at">): boolean {
  return opens_at === undefined || closes_at === undefined || Date.parse(closes_at) > Date.parse(opens_at);
}
