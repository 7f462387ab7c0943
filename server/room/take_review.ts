import type { Attempts } from "../attempts/attempts.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { requireNewest } from "../attempts/load_attempt.ts";
import { assignReview } from "../review/assign_review.ts";
import { toldNotes, toldStatements, toldVerdicts } from "../review/attempt_review.ts";
import { giveVerdict } from "../review/give_verdict.ts";
import { makeStatement } from "../review/make_statement.ts";
import { writeNote } from "../review/write_note.ts";
import type { AttemptCall } from "./attempt_call.ts";

/** What reviewers do with an attempt, and what its student says to it. */
export async function takeReview(
  attempts: Attempts,
  attempt: LiveAttempt,
  call: Extract<AttemptCall, { op: "judge" | "state" | "note" | "assign_review" }>,
): Promise<unknown> {
  const { stores } = attempts;
  const now = attempts.now();
  switch (call.op) {
    case "judge": {
      const { verdict, reasons, note, seen, by } = call;
      await giveVerdict(attempt, stores, { verdict, reasons, note, seen, by, now }, call.writes);
      return await toldVerdicts(stores.privateReasons, attempt);
    }
    case "state": {
      const newest = await requireNewest(attempts.exams, attempt.record.examId);
      await makeStatement(attempt, newest, stores.privateReasons, { text: call.text, t: call.t, now });
      return await toldStatements(stores.privateReasons, attempt);
    }
    case "note": {
      await writeNote(attempt, stores.privateReasons, { text: call.text, by: call.by, now }, call.writes);
      return await toldNotes(stores.privateReasons, attempt);
    }
    case "assign_review":
      return await assignReview(attempt, stores, { to: call.to, seen: call.seen }, call.writes);
  }
}
