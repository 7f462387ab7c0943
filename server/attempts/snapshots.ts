import { z } from "zod";
import { Answers } from "../../protocol/items/answer.ts";
import { RiskReport } from "../../protocol/risk.ts";
import { snapshotState } from "../../scoring/fold.ts";
import { documentWrites, getDocument, removeParts } from "../store/document.ts";
import { keys } from "../store/keys.ts";
import type { Write } from "../store/parts.ts";
import type { LiveAttempt } from "./live_attempt.ts";

/** A state of the fold and the answers, with the entry that it is of. */
export const Snapshot = z.object({
  n: z.number(),
  chain: z.string(),
  deadline: z.number(),
  isStopped: z.boolean(),
  score: z.unknown(),
  report: RiskReport.nullable(),
  answers: Answers,
  question: z.string().nullable(),
  timeline: z.array(z.tuple([z.number(), z.number()])),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** Entries after which a new snapshot is taken: as many are folded again, at most, when an attempt is taken over. */
export const SNAPSHOT_EVERY = 64;

/** The last snapshot of an attempt, or null where there is none that this version reads. */
export async function getSnapshot(kv: Deno.Kv, attemptId: string): Promise<Snapshot | null> {
  const stored = await getDocument(kv, keys.snapshot(attemptId));
  if (stored === null) return null;
  const parsed = Snapshot.safeParse(stored.value);
  return parsed.success ? parsed.data : null;
}

/** Takes a snapshot of an attempt that has nothing waiting: its state is exactly that of its last entry. */
export function takeSnapshot(attempt: LiveAttempt): Snapshot {
  const { state, head } = attempt;
  return {
    n: head.n,
    chain: head.chain,
    deadline: head.deadline,
    isStopped: head.stoppedAt !== null,
    score: snapshotState(state.score),
    report: state.report,
    answers: state.sheet.toAnswers(),
    question: state.sheet.question,
    timeline: state.timeline.toPoints(),
  };
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
