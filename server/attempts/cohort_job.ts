import { z } from "zod";
import { summariseCohort } from "../../scoring/cohort.ts";
import { attemptFeatures } from "../../scoring/fold.ts";
import type { Lease } from "../store/lease.ts";
import { documentWrites, removeParts } from "../store/document.ts";
import { keys } from "../store/keys.ts";
import type { Attempts } from "./attempts.ts";
import type { LiveAttempt } from "./live_attempt.ts";

/** How often an exam's summary may change, ms. Never on a batch. */
export const COHORT_EVERY_MS = 60_000;

const Features = z.record(z.string(), z.number().nullable());

/** Members that are written in one atomic. */
const MEMBERS_AN_ATOMIC = 100;

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
    const byExam = Map.groupBy(this.#attempts.live(), (attempt) => attempt.record.examId);
    for (const [examId, attempts] of byExam) await this.#writeMembers(examId, attempts);
    for (const examId of byExam.keys()) {
      const fence = await this.#lease(examId).take();
      if (fence !== null) await this.#summarise(examId, fence);
    }
    for (const attempts of byExam.values()) await this.#useNewContexts(attempts);
  }

  #lease(examId: string): Lease {
    const lease = this.#leases.get(examId) ?? this.#leaseOf(`cohort:${examId}`);
    this.#leases.set(examId, lease);
    return lease;
  }

  async #writeMembers(examId: string, attempts: readonly LiveAttempt[]): Promise<void> {
    const changed = attempts.filter(({ attemptId, head }) => this.#written.get(attemptId) !== head.n);
    for (let first = 0; first < changed.length; first += MEMBERS_AN_ATOMIC) {
      let atomic = this.#attempts.kv.atomic();
      for (const { attemptId, head, folded } of changed.slice(first, first + MEMBERS_AN_ATOMIC)) {
        atomic = atomic.set(keys.cohortMember(examId, attemptId), attemptFeatures(folded.score));
        this.#written.set(attemptId, head.n);
      }
      await atomic.commit();
    }
    if (this.#written.size > 4 * this.#attempts.size + 1_000) this.#written.clear();
  }

  async #summarise(examId: string, fence: Deno.AtomicCheck): Promise<void> {
    const { kv } = this.#attempts;
    const members: z.infer<typeof Features>[] = [];
    for await (const { value } of kv.list({ prefix: keys.cohortMembersPrefix(examId) })) {
      members.push(Features.parse(value));
    }
    const generation = crypto.randomUUID();
    const key = keys.cohort(examId);
    let atomic = kv.atomic().check(fence);
    for (const write of documentWrites(key, summariseCohort(members), generation)) {
      atomic = atomic.set(write.key, write.value);
    }
    if ((await atomic.commit()).ok) await removeParts(kv, key, generation);
  }

  async #useNewContexts(attempts: readonly LiveAttempt[]): Promise<void> {
    const { contexts } = this.#attempts;
    for (const attempt of attempts) {
      if (attempt.isLost) continue;
      const { id, context } = await contexts.current(attempt.exam, attempt.record);
      attempt.useContext(id, context);
    }
  }
}
