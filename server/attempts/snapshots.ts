import type { DocumentChange } from "../store/documents.ts";
import type { Snapshot } from "../store/snapshot_store.ts";
import type { Stores } from "../store/stores.ts";
import type { LiveAttempt } from "./live_attempt.ts";
import { snapshotFold } from "./fold_snapshot.ts";

/**
 * Entries after which a new snapshot is taken. Whoever takes an attempt over, or opens one in a drawer that another instance
 * serves, reads at most so many entries of its log.
 */
export const SNAPSHOT_EVERY = 64;

/** Takes a snapshot of an attempt that has nothing waiting: all that it has folded is durable. */
export function takeSnapshot(attempt: LiveAttempt): Snapshot {
  return snapshotFold(attempt.folded);
}

type SnapshotStores = Pick<Stores, "snapshots" | "commit">;

interface Pending {
  attemptId: string;
  change: DocumentChange;
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
  readonly #stores: SnapshotStores;
  #queue = new Map<string, LiveAttempt>();
  #writtenAt = new Map<string, number>();
  #isRunning = false;
  #work: Promise<void> = Promise.resolve();

  constructor(stores: SnapshotStores) {
    this.#stores = stores;
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
        const change = this.#stores.snapshots.put(attemptId, snapshot);
        group.push({ attemptId, change });
        bytes += change.bytes;
      }
      await this.#write(group);
    }
    this.#isRunning = false;
  }

  async #write(group: readonly Pending[]): Promise<void> {
    if (group.length === 0) return;
    try {
      await this.#stores.commit(group.flatMap(({ change }) => change.mutations));
      // One that fits a value follows parts so seldom that nobody looks for them each time.
      for (const { change } of group) if (change.isInParts) await change.tidy();
    } catch {
      for (const { attemptId } of group) this.#writtenAt.delete(attemptId);
    }
  }
}
