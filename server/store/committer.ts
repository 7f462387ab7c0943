import { bytesOf, into, type Mutation } from "./mutation.ts";
import { asStoreFailure } from "./store_unavailable.ts";
import { withinTime } from "./within_time.ts";

/** Limits of one atomic, below those of the store. */
export interface AtomicLimits {
  /** Changes, of which each has a check: a self-hosted KV server takes 10 checks, an embedded one 100. */
  changes: number;
  mutations: number;
  bytes: number;
  /** Commits under way at once: an embedded store works one by one, a remote one overlaps round trips. */
  inFlight: number;
  /** Least time from the begin of one commit to the next, ms: what arrives within it goes together. */
  gatherMs: number;
}

export const EMBEDDED_LIMITS: AtomicLimits = {
  changes: 100,
  mutations: 900,
  bytes: 700_000,
  inFlight: 2,
  gatherMs: 4,
};
export const REMOTE_LIMITS: AtomicLimits = {
  changes: 10,
  mutations: 900,
  bytes: 700_000,
  inFlight: 16,
  gatherMs: 2,
};

/** A commit that takes longer than this counts as failed, in ms; its check keeps it harmless if it lands later. */
const COMMIT_TIMEOUT_MS = 5_000;

/** What one attempt changes, all or nothing, with one check. */
export type Change = readonly Mutation[];

/** `stale`: somebody else changed the attempt since; nothing was written. */
export type Committed = { ok: true; versionstamp: string } | { ok: false; reason: "stale" };

interface Pending {
  change: Change;
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
   * @throws {StoreUnavailable} (rejects) If the store fails or stalls: whether anything was written is not known then.
   */
  commit(change: Change): Promise<Committed> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ change, bytes: bytesOf(change), resolve, reject });
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

  #takeGroup(): Pending[] {
    let mutations = 0;
    let bytes = 0;
    let count = 0;
    for (const pending of this.#queue) {
      mutations += pending.change.length;
      bytes += pending.bytes;
      const isOver = count >= this.#limits.changes || mutations > this.#limits.mutations || bytes > this.#limits.bytes;
      if (isOver && count > 0) break;
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
      } else if (group.length === 1) {
        group[0].resolve({ ok: false, reason: "stale" });
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
    for (const { change } of group) into(atomic, change);
    const begin = performance.now();
    const result = await withinTime(atomic.commit(), COMMIT_TIMEOUT_MS);
    this.onCommit(performance.now() - begin, group.length);
    return result.ok ? { ok: true, versionstamp: result.versionstamp } : { ok: false, reason: "stale" };
  }
}
