import { eventsHash, sha256Hex } from "../log/hash.ts";
import type { AttemptHead, StoredAttempt } from "../store/attempt_record.ts";
import type { StoredEntry } from "../store/log_store.ts";
import type { Stores } from "../store/stores.ts";
import { headAfter } from "./head_after.ts";

/** An attempt as of its last durable entry. */
export interface WholeAttempt extends StoredAttempt {
  /** Entries that its own keys know of; those behind lie in an instance's log alone. */
  settledN: number;
}

type Read = Pick<Stores, "attempts" | "log" | "unsettled">;

/**
 * An attempt as of its last durable entry, whichever instance writes it, also one that was killed. Of the risk, the batches behind
 * what was settled say the number and the level; reasons and answers are those of before, until it is folded.
 */
export async function storedAttempt(stores: Read, attemptId: string): Promise<WholeAttempt | null> {
  const stored = await stores.attempts.get(attemptId);
  if (stored === null) return null;
  const settledN = stored.head.n;
  const isNewest = stored.head.unsettledFrom === undefined || stores.unsettled.get(attemptId) !== undefined;
  if (isNewest) return { ...stored, settledN };
  let { head } = stored;
  for await (const read of stores.log.read(attemptId, settledN)) {
    const next = headBehind(head, read);
    // Something was done to it meanwhile, and its own head says so: up to there it is whole.
    if (next === null) break;
    head = next;
  }
  return { ...stored, head, settledN };
}

function headBehind(before: AttemptHead, { entry, bytes }: StoredEntry): AttemptHead | null {
  if (entry.kind !== "batch") return null;
  const { risk, level } = entry.report;
  const head = headAfter(before, {
    ...entry,
    risk,
    end: { n: entry.n, chain: sha256Hex(bytes) },
    hash: eventsHash(entry.events),
  });
  head.risk = { ...before.risk, risk, level, peak: Math.max(before.risk.peak, risk) };
  return head;
}
