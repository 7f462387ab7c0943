import type { LateWork } from "../../protocol/late_work.ts";
import { MAX_LATE_BATCHES } from "../../protocol/limits.ts";
import { isAnswer } from "../link/batcher.ts";
import type { HeldBatch } from "../link/outbox.ts";

/** Work that is on this device alone and that the server takes no more, in numbers that a person can make something of. */
export interface UnsentWork {
  /** Minutes from its first answer event to its last, at least 1. */
  minutes: number;
  /** Characters that were put in. */
  characters: number;
  /** Times that something was chosen. */
  choices: number;
}

const MINUTE_MS = 60_000;

/** What of the student's answers stands in batches that were not sent; null where there is none. */
export function unsentWork(batches: readonly HeldBatch[]): UnsentWork | null {
  const events = batches.flatMap((batch) => batch.events).filter(isAnswer);
  if (events.length === 0) return null;
  const times = events.map(({ t }) => t);
  return {
    minutes: Math.max(1, Math.ceil((times[times.length - 1] - times[0]) / MINUTE_MS)),
    characters: events.reduce((sum, event) => sum + (event.type === "answer_edit" ? event.inserted.length : 0), 0),
    choices: events.filter(({ type }) => type === "answer_select").length,
  };
}

/** The file to hand over. @param lastHash As the server's last `welcome` had it. */
export function lateWorkFile(attemptId: string, batches: readonly HeldBatch[], lastHash: string | null): Blob {
  const work: LateWork = {
    attempt_id: attemptId,
    batches: batches.slice(0, MAX_LATE_BATCHES).map(({ seq, sentAt, events }) => ({ seq, sentAt, events })),
    last_hash: lastHash,
  };
  return new Blob([JSON.stringify(work)], { type: "application/json" });
}
