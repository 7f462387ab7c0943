import { z } from "zod";
import { LanguageTag, ShowRisk } from "./exam.ts";
import { PageOrigin } from "./page_origin.ts";

/** `POST /api/watched`: by which code or personal token somebody wants to begin. */
export const WatchedExamBody = z.union([
  z.strictObject({ code: z.string().trim().min(1).max(64) }),
  z.strictObject({ token: z.string().trim().min(1).max(200) }),
]);
export type WatchedExamBody = z.infer<typeof WatchedExamBody>;

/** What somebody is told of an exam before they agree to be watched in it. */
export const WatchedExam = z.strictObject({
  code: z.string(),
  title: z.string(),
  language: LanguageTag.optional(),
  watched_origin: PageOrigin.optional().describe("Where it is written, if not here"),
  show_risk: ShowRisk.describe("What students see of their own risk"),
  events_days: z.number().describe("How long events are kept, days"),
  reports_days: z.number().describe("How long reports are kept, days"),
  spoken: z.strictObject({
    language: LanguageTag.describe("Of the texts"),
    consent_version: z.string().describe("Of what the texts say is captured: sent along with `POST /start_exam`"),
    texts: z.record(z.string(), z.string()).describe("What the student reads on pages that are not the server's"),
  }),
});
export type WatchedExam = z.infer<typeof WatchedExam>;

/** The exam itself, in no language. */
export type WatchedFacts = Omit<WatchedExam, "spoken">;
