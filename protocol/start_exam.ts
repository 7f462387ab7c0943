import { z } from "zod";
import { Declared, LanguageTag, Student } from "./exam.ts";
import { Paper } from "./paper.ts";

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

/** Of a joined exam, of a trial as well. */
export const StartExamAnswer = z.strictObject({
  attempt_id: z.string().min(1).max(64),
  session_token: z.string(),
  deadline: z.number().describe("Server time, ms since 1970"),
  exam: Paper,
});
export type StartExamAnswer = z.infer<typeof StartExamAnswer>;
