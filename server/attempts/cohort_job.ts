import { summariseCohort } from "../../scoring/cohort.ts";
import { attemptFeatures } from "../../scoring/fold.ts";
import type { Lease } from "../store/lease.ts";
import type { Check } from "../store/mutation.ts";
import type { Attempts } from "./attempts.ts";
import type { LiveAttempt } from "./live_attempt.ts";

/** How often an exam's summary may change, ms. Never on a batch. */
export const COHORT_EVERY_MS = 60_000;

/**
 * Rebuilds the cohort summaries of the exams that are being sat: each instance leaves the features of its own
 * attempts, the holder of the lease sums them up, and every instance scores on in the new context.
 */
export class CohortJob {
  readonly #attempts: Attempts;
  readonly #leaseOf: (name: string) => Lease;
  readonly #leases = new Map<string, Lease>();
  /** Last entry of each attempt whose features were written. */
  readonly #written = new Map<string, number>();

  /** @param leaseOf Makes the lease of a name: each exam has its own, so that no instance holds them all. */
  constructor(attempts: Attempts, leaseOf: (name: string) => Lease) {
    this.#attempts = attempts;
    this.#leaseOf = leaseOf;
  }

  /** One turn. */
  async run(): Promise<void> {
    const byExam = Map.groupBy(this.#students(), (attempt) => attempt.record.examId);
    for (const [examId, attempts] of byExam) await this.#writeMembers(examId, attempts);
    for (const examId of byExam.keys()) {
      const fence = await this.#lease(examId).take();
      if (fence !== null) await this.#summarise(examId, fence);
    }
    for (const attempts of byExam.values()) await this.#useNewContexts(attempts);
  }

  /** What is usual among students: who tries the exam is none of them. */
  #students(): LiveAttempt[] {
    return [...this.#attempts.live()].filter(({ record }) => record.trialOf === undefined);
  }

  #lease(examId: string): Lease {
    const lease = this.#leases.get(examId) ?? this.#leaseOf(`cohort:${examId}`);
    this.#leases.set(examId, lease);
    return lease;
  }

  async #writeMembers(examId: string, attempts: readonly LiveAttempt[]): Promise<void> {
    const changed = attempts.filter(({ attemptId, head }) => this.#written.get(attemptId) !== head.n);
    const members = changed.map(({ attemptId, folded }) => [attemptId, attemptFeatures(folded.score)] as const);
    for (const { attemptId, head } of changed) this.#written.set(attemptId, head.n);
    await this.#attempts.stores.cohorts.putMembers(examId, members);
    if (this.#written.size > 4 * this.#attempts.size + 1_000) this.#written.clear();
  }

  async #summarise(examId: string, fence: Check): Promise<void> {
    const { cohorts, commit } = this.#attempts.stores;
    const summary = summariseCohort(await cohorts.listMembers(examId));
    const { mutations, tidy } = cohorts.putSummary(examId, summary);
    if (await commit([fence, ...mutations]) !== null) await tidy();
  }

  async #useNewContexts(attempts: readonly LiveAttempt[]): Promise<void> {
    const { contexts } = this.#attempts;
    for (const attempt of attempts) {
      if (attempt.isLost) continue;
      const before = attempt.context;
      const current = await contexts.current(attempt.exam, before);
      // What a proctor granted meanwhile has a context of its own: the next look goes on from that.
      if (attempt.context === before) attempt.useContext(current);
    }
  }
}
