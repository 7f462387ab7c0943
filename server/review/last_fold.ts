import type { AttemptFold } from "../attempts/attempt_fold.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { loadFold, requireExam } from "../attempts/load_attempt.ts";
import { Refusal } from "../errors.ts";
import type { AttemptHead, StoredAttempt } from "../store/attempt_record.ts";
import type { Snapshot } from "../store/snapshot_store.ts";

/** What is told of many attempts at a time, and the head that it is of. */
export interface LastFold {
  head: Readonly<AttemptHead>;
  held: Pick<Snapshot, "report" | "actions" | "verdicts" | "times" | "losses" | "raised" | "answers">;
}

/**
 * What an attempt comes to. From memory where it is there, from the last snapshot where that is of the log's end; else the
 * entries behind the snapshot are read, and no whole log.
 *
 * @returns Null where it was erased in the same moment.
 */
export async function lastFold(attempts: Attempts, stored: StoredAttempt): Promise<LastFold | null> {
  const { record, head } = stored;
  const { attemptId } = record;
  const live = attempts.peek(attemptId);
  if (live !== null) return { head: live.head, held: heldOf(live.folded) };
  const last = await attempts.stores.snapshots.get(attemptId);
  if (last.snapshot?.n === head.n) return { head, held: last.snapshot };
  try {
    // A snapshot of further on: the attempt has moved since its head was read.
    if (last.snapshot !== null && last.snapshot.n < head.n) {
      const exam = await requireExam(attempts.exams, record);
      const { folded } = await loadFold(attempts.stores, attempts.contexts, attemptId, stored, exam, last);
      if (folded.n === head.n) return { head, held: heldOf(folded) };
    }
    const view = await attempts.view(attemptId);
    return { head: view.head, held: heldOf(view.folded) };
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  }
}

function heldOf({ report, actions, verdicts, times, losses, raised, sheet }: AttemptFold): LastFold["held"] {
  return {
    report,
    actions,
    verdicts,
    times: times?.toKept(),
    losses: losses?.toKept(),
    raised: raised ?? undefined,
    answers: sheet.toAnswers(),
  };
}
