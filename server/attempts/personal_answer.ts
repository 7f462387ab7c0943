import type { PersonalAnswer } from "../../protocol/roster.ts";
import { durationMs, extraMs } from "../exams/exam_time.ts";
import type { Attempts } from "./attempts.ts";
import { byToken } from "./by_token.ts";
import { endOf } from "./end_of.ts";
import { timesOf } from "./entrant.ts";

/**
 * Whom a personal token is for and how long they have: what they see before anything begins. Not why.
 *
 * @throws {Refusal} `unauthorized`
 */
export async function personalAnswer(attempts: Attempts, token: string): Promise<PersonalAnswer> {
  const entrant = await byToken(attempts, token);
  const { exam: { document }, student, accommodations, roster } = entrant;
  const { attemptId } = roster.entry;
  const endedAt = attemptId === null ? null : await endOf(attempts, attemptId);
  const { opens_at = null, closes_at = null } = timesOf(entrant);
  return {
    code: document.code,
    ...student,
    duration_minutes: durationMs(document, accommodations) / 60_000,
    extra_minutes: extraMs(document, accommodations) / 60_000,
    opens_at,
    closes_at,
    began: attemptId !== null,
    ...(endedAt !== null && { ended_at: endedAt }),
  };
}
