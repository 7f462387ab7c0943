import { Refusal } from "../errors.ts";
import { accommodationsFor } from "../exams/accommodations_for.ts";
import { rosterHashes } from "../exams/personal_token.ts";
import type { Attempts } from "./attempts.ts";
import type { Entrant } from "./entrant.ts";
import type { RosterLine } from "./reopen_attempt.ts";

/**
 * Whom a personal token lets in, and where.
 *
 * @throws {Refusal} `unauthorized` for one that opens nothing.
 */
export async function byToken(attempts: Attempts, token: string): Promise<Entrant & { roster: RosterLine }> {
  const unknown = new Refusal("unauthorized", "opens_no_exam", { path: "token" });
  const found = await rosterLine(attempts, token);
  if (found === null) throw unknown;
  const { hash, value: entry, versionstamp } = found;
  const exam = await attempts.exams.get(entry.examId);
  if (exam === null || exam.state === "draft") throw unknown;
  const accommodations = accommodationsFor(exam.document, entry.accommodations);
  return { exam, student: entry.student, accommodations, roster: { hash, entry, versionstamp } };
}

/** The roster's line that a typed token opens, or null; also for a token that was replaced. */
export async function rosterLine({ stores }: Pick<Attempts, "stores">, token: string) {
  for (const hash of rosterHashes(token)) {
    const stored = await stores.roster.byToken(hash);
    if (stored !== null) return stored;
  }
  return null;
}
