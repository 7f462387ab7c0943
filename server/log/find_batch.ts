import type { LogStore, StoredEntry } from "../store/log_store.ts";
import type { ChainEnd } from "./entry.ts";

/**
 * The entry that holds batch `seq`, or null. Control entries lie between batches, so entry numbers run ahead
 * of `seq` by at most as many as there are control entries.
 *
 * @param end The log's end.
 * @param lastSeq The last batch's `seq`.
 */
export async function findBatch(
  log: LogStore,
  attemptId: string,
  seq: number,
  end: ChainEnd,
  lastSeq: number,
): Promise<StoredEntry | null> {
  const controls = end.n - lastSeq;
  for (let n = seq; n <= seq + controls; n++) {
    const stored = await log.get(attemptId, n);
    if (stored?.entry.kind === "batch" && stored.entry.seq === seq) return stored;
  }
  return null;
}
