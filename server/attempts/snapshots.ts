import { z } from "zod";
import { Answers } from "../../protocol/exam.ts";
import { RiskReport } from "../../protocol/risk.ts";
import { snapshotState } from "../../scoring/fold.ts";
import { getDocument, putDocument } from "../store/document.ts";
import { keys } from "../store/keys.ts";
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

/**
 * Stores snapshots beside the hot path: one at a time, the newest state of each attempt, when the event loop
 * has nothing better to do. Losing one costs time at the next take-over, nothing else.
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
      await new Promise((resolve) => setTimeout(resolve, 0));
      const next = this.#queue.entries().next();
      if (next.done) break;
      const [attemptId, attempt] = next.value;
      this.#queue.delete(attemptId);
      if (attempt.isLost || attempt.isBusy) continue;
      const snapshot = takeSnapshot(attempt);
      this.#writtenAt.set(attemptId, snapshot.n);
      try {
        await putDocument(this.#kv, keys.snapshot(attemptId), snapshot);
      } catch {
        this.#writtenAt.delete(attemptId);
      }
    }
    this.#isRunning = false;
  }
}
