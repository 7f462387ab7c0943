import { documentWrites, getDocument, removeParts } from "../store/document.ts";
import { keys } from "../store/keys.ts";
import type { Write } from "../store/parts.ts";
import type { LiveAttempt } from "./live_attempt.ts";
import { LastWord, Snapshot, snapshotFold } from "./fold_snapshot.ts";

/**
 * Entries after which a new snapshot is taken. Whoever takes an attempt over, or opens one in a drawer that another instance
 * serves, reads at most so many entries of its log.
 */
export const SNAPSHOT_EVERY = 64;

/** What there is of an attempt's last snapshot; null for what this version does not read. */
export interface StoredSnapshot {
  snapshot: Snapshot | null;
  lastWord: LastWord | null;
}

/** The last snapshot of an attempt. One that is damaged is as good as none: the log is the truth. */
export async function getSnapshot(kv: Deno.Kv, attemptId: string): Promise<StoredSnapshot> {
  const stored = await getDocument(kv, keys.snapshot(attemptId)).catch(() => null);
  const snapshot = Snapshot.safeParse(stored?.value).data ?? null;
  return { snapshot, lastWord: snapshot ?? LastWord.safeParse(stored?.value).data ?? null };
}

/** Takes a snapshot of an attempt that has nothing waiting: all that it has folded is durable. */
export function takeSnapshot(attempt: LiveAttempt): Snapshot {
  return snapshotFold(attempt.folded);
}

interface Pending {
  attemptId: string;
  generation: string;
  writes: Write[];
}

/** Bytes of snapshots that are written together: a lone large write to a remote store waits for its acknowledgement. */
const GROUP_BYTES = 400_000;

/** Snapshots that are written together. */
const GROUP = 40;

/**
 * Stores snapshots beside the hot path: the newest state of each attempt, taken one at a time when the event loop
 * has nothing better to do, and written in groups. Losing one costs time at the next take-over, nothing else.
 */
export class SnapshotWriter {
  #kv: Deno.Kv;
  #queue = new Map<string, LiveAttempt>();
  #writtenAt = new Map<string, number>();
  #isRunning = false;
  #work: Promise<void> = Promise.resolve();

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Takes note of an attempt's progress, and queues a snapshot where one is due. */
  consider(attempt: LiveAttempt): void {
    const written = this.#writtenAt.get(attempt.attemptId) ?? 0;
    if (attempt.head.n - written >= SNAPSHOT_EVERY) this.queue(attempt);
  }

  /** Queues a snapshot in any case, such as when a student leaves. */
  queue(attempt: LiveAttempt): void {
    this.#queue.set(attempt.attemptId, attempt);
    if (!this.#isRunning) this.#work = this.#run();
  }

  /** Takes note of the snapshot that an attempt was loaded from. */
  loaded(attemptId: string, n: number): void {
    this.#writtenAt.set(attemptId, n);
  }

  /** Forgets an attempt that left memory. */
  forget(attemptId: string): void {
    this.#writtenAt.delete(attemptId);
  }

  /** Resolves once everything queued is stored. */
  async drained(): Promise<void> {
    await this.#work;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#queue.size > 0) {
      const group: Pending[] = [];
      let bytes = 0;
      while (group.length < GROUP && bytes < GROUP_BYTES) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        const next = this.#queue.entries().next();
        if (next.done) break;
        const [attemptId, attempt] = next.value;
        this.#queue.delete(attemptId);
        if (attempt.isLost || attempt.isBusy) continue;
        const snapshot = takeSnapshot(attempt);
        this.#writtenAt.set(attemptId, snapshot.n);
        const generation = crypto.randomUUID();
        const writes = documentWrites(keys.snapshot(attemptId), snapshot, generation);
        group.push({ attemptId, generation, writes });
        bytes += writes.reduce((sum, write) => sum + write.bytes, 0);
      }
      await this.#write(group);
    }
    this.#isRunning = false;
  }

  async #write(group: readonly Pending[]): Promise<void> {
    if (group.length === 0) return;
    let atomic = this.#kv.atomic();
    for (const { writes } of group) for (const write of writes) atomic = atomic.set(write.key, write.value);
    try {
      await atomic.commit();
      for (const { attemptId, generation, writes } of group) {
        // Only what stands in parts leaves parts of the one before behind.
        if (writes.length > 1) await removeParts(this.#kv, keys.snapshot(attemptId), generation);
      }
    } catch {
      for (const { attemptId } of group) this.#writtenAt.delete(attemptId);
    }
  }
}
