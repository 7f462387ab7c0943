import { bytesOf, type Check, into, type Mutation } from "./mutation.ts";
import { asStoreFailure } from "./store_unavailable.ts";
import { withinTime } from "./within_time.ts";

/** Limits of one atomic, below those of the store. */
export interface AtomicLimits {
  /** Checks, the fence's included: a self-hosted KV server takes 10, an embedded one 100. */
  checks: number;
  changes: number;
  mutations: number;
  bytes: number;
  /** Commits under way at once: an embedded store works one by one, a remote one overlaps round trips. */
  inFlight: number;
  /** Least time from the begin of one commit to the next, ms: what arrives within it goes together. */
  gatherMs: number;
}

export const EMBEDDED_LIMITS: AtomicLimits = {
  checks: 100,
  changes: 200,
  mutations: 900,
  bytes: 700_000,
  inFlight: 2,
  gatherMs: 4,
};
export const REMOTE_LIMITS: AtomicLimits = {
  checks: 10,
  changes: 200,
  mutations: 900,
  bytes: 700_000,
  inFlight: 16,
  gatherMs: 2,
};

/** A commit that takes longer than this counts as failed, in ms; its check keeps it harmless if it lands later. */
const COMMIT_TIMEOUT_MS = 5_000;

/** What one attempt changes, all or nothing. */
export type Change = readonly Mutation[];

/** `stale`: a check of the change, or the fence, no longer holds; nothing was written. */
export type Committed = { ok: true; versionstamp: string } | { ok: false; reason: "stale" };

interface Pending {
  change: Change;
  fence: Check | null;
  checks: number;
  bytes: number;
  resolve: (committed: Committed) => void;
  reject: (error: Error) => void;
}

/**
 * Commits many attempts' changes in few atomics. What a store costs is one fsync per commit, so whatever
 * arrives while a commit is under way, or shortly after one began, goes together into the next one; a lone change
 * goes at once.
 *
 * The caller keeps one change of each attempt under way. Where a group's check fails, each of its changes is
 * tried alone, so that one stale attempt holds up no other.
 */
export class Committer {
  #kv: Deno.Kv;
  #limits: AtomicLimits;
  #queue: Pending[] = [];
  #inFlight = 0;
  #isScheduled = false;
  #beganMs = -Infinity;
  #idle: (() => void)[] = [];
  /** Told after each atomic: how long it took in ms, and how many changes it held. */
  onCommit: (durationMs: number, changes: number) => void = () => {};

  constructor(kv: Deno.Kv, limits: AtomicLimits) {
    this.#kv = kv;
    this.#limits = limits;
  }

  /** Changes that wait for a commit. */
  get depth(): number {
    return this.#queue.length;
  }

  /**
   * Queues a change.
   *
   * @param fence What all changes of the same writer check, once in each atomic.
   * @throws {StoreUnavailable} (rejects) If the store fails or stalls: whether anything was written is not known then.
   */
  commit(change: Change, fence: Check | null = null): Promise<Committed> {
    const checks = change.reduce((count, { kind }) => count + Number(kind === "check"), 0);
    return new Promise((resolve, reject) => {
      this.#queue.push({ change, fence, checks, bytes: bytesOf(change), resolve, reject });
      this.#schedule();
    });
  }

  /** Resolves once nothing is queued or under way. */
  drained(): Promise<void> {
    if (this.#queue.length === 0 && this.#inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Starts on the next turn of the event loop: the messages that this turn still reads share the commit. */
  #schedule(): void {
    if (this.#isScheduled || this.#inFlight >= this.#limits.inFlight) return;
    this.#isScheduled = true;
    const waitMs = Math.max(0, this.#beganMs + this.#limits.gatherMs - performance.now());
    setTimeout(() => {
      this.#isScheduled = false;
      this.#beganMs = performance.now();
      while (this.#queue.length > 0 && this.#inFlight < this.#limits.inFlight) {
        void this.#commitGroup(this.#takeGroup());
      }
    }, waitMs);
  }

  /** What goes together next: as much as fits, behind one fence. */
  #takeGroup(): Pending[] {
    const { limits, fence } = { limits: this.#limits, fence: this.#queue[0].fence };
    let checks = fence === null ? 0 : 1;
    let mutations = 0;
    let bytes = 0;
    let count = 0;
    for (const pending of this.#queue) {
      checks += pending.checks;
      mutations += pending.change.length;
      bytes += pending.bytes;
      const isMore = checks > limits.checks || mutations > limits.mutations || bytes > limits.bytes;
      if (count > 0 && (count >= limits.changes || isMore || pending.fence !== fence)) break;
      count++;
    }
    return this.#queue.splice(0, count);
  }

  async #commitGroup(group: Pending[]): Promise<void> {
    this.#inFlight++;
    try {
      const result = await this.#atomic(group);
      if (result.ok) {
        for (const pending of group) pending.resolve(result);
      } else if (group.length === 1 || await this.#hasMoved(group[0].fence)) {
        for (const pending of group) pending.resolve({ ok: false, reason: "stale" });
      } else {
        await Promise.all(group.map((pending) => this.#commitAlone(pending)));
      }
    } catch (error) {
      const failure = asStoreFailure(error);
      for (const pending of group) pending.reject(failure);
    } finally {
      this.#inFlight--;
      if (this.#queue.length > 0) this.#schedule();
      else if (this.#inFlight === 0) this.#idle.splice(0).forEach((resolve) => resolve());
    }
  }

  /** Whether all that stood behind a fence is refused. */
  async #hasMoved(fence: Check | null): Promise<boolean> {
    return fence !== null && (await this.#kv.get(fence.key)).versionstamp !== fence.versionstamp;
  }

  async #commitAlone(pending: Pending): Promise<void> {
    try {
      const result = await this.#atomic([pending]);
      pending.resolve(result.ok ? result : { ok: false, reason: "stale" });
    } catch (error) {
      pending.reject(asStoreFailure(error));
    }
  }

  async #atomic(group: Pending[]): Promise<Committed> {
    const atomic = this.#kv.atomic();
    const { fence } = group[0];
    if (fence !== null) into(atomic, [fence]);
    for (const { change } of group) into(atomic, change);
    const begin = performance.now();
    const result = await withinTime(atomic.commit(), COMMIT_TIMEOUT_MS);
    this.onCommit(performance.now() - begin, group.length);
    return result.ok ? { ok: true, versionstamp: result.versionstamp } : { ok: false, reason: "stale" };
  }
}
