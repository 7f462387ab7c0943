import { z } from "zod";

const instant = z.number().describe("Server time, ms since 1970");

/** What is said to a student whose attempt is over. */
export const Closing = z.strictObject({
  handed_in: instant.nullable(),
  saved: instant.nullable().describe("When the last of it came; null where nothing did"),
  questions: z.int(),
  answered: z.int(),
  characters: z.int().describe("In all texts"),
  results: z.enum(["manual", "after_close"]).describe("How results are released"),
  events_days: z.number().describe("How long events and answers are kept from now on"),
  admitted: z.boolean().optional().describe("False where the exam closed before a proctor let the student in"),
  statements: z.boolean().optional().describe(
    "The student may put own words beside what was recorded; absent where the exam takes none, or nothing is left to say it to",
  ),
  reports_days: z.number().describe("How long name, marks and report are"),
});
export type Closing = z.infer<typeof Closing>;
