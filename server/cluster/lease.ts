import { z } from "zod";
import { keys } from "../store/keys.ts";

const LeaseRecord = z.object({ holder: z.string(), fence: z.number(), beat: z.number() });

/** A lease that was not renewed for this long may be taken by another instance, ms, unless it says otherwise. */
export const LEASE_MS = 10_000;

/**
 * A job that one instance does at a time. The holder renews the lease at every turn; another instance takes it
 * when it has seen no renewal for the lease's term by its own clock. The fence rises with every new holder: what the
 * job writes is checked against it, so that a holder who slept through its lease writes nothing.
 */
export class Lease {
  readonly #kv: Deno.Kv;
  readonly #key: Deno.KvKey;
  readonly #holder: string;
  readonly #now: () => number;
  readonly #termMs: number;
  #seen: { beat: number; holder: string; at: number } | null = null;

  /**
   * @param now ms of a clock that never runs backwards.
   * @param termMs Longer than the time between two turns of the job.
   */
  constructor(kv: Deno.Kv, name: string, holder: string, now: () => number, termMs = LEASE_MS) {
    this.#kv = kv;
    this.#key = keys.lease(name);
    this.#holder = holder;
    this.#now = now;
    this.#termMs = termMs;
  }

  /**
   * Takes or renews the lease.
   *
   * @returns The check that the job's writes must carry, or null where another instance holds the lease.
   */
  async take(): Promise<Deno.AtomicCheck | null> {
    const entry = await this.#kv.get(this.#key);
    const before = entry.versionstamp === null ? null : LeaseRecord.parse(entry.value);
    if (before !== null && before.holder !== this.#holder && !this.#isOver(before)) return null;
    const isNew = before?.holder !== this.#holder;
    const record = {
      holder: this.#holder,
      fence: (before?.fence ?? 0) + (isNew ? 1 : 0),
      beat: (before?.beat ?? 0) + 1,
    };
    const committed = await this.#kv.atomic().check(entry).set(this.#key, record).commit();
    return committed.ok ? { key: this.#key, versionstamp: committed.versionstamp } : null;
  }

  /** Gives the lease back, so that another instance need not wait for it. */
  async release(): Promise<void> {
    const entry = await this.#kv.get(this.#key);
    if (entry.versionstamp === null || LeaseRecord.parse(entry.value).holder !== this.#holder) return;
    await this.#kv.atomic().check(entry).delete(this.#key).commit();
  }

  #isOver({ beat, holder }: z.infer<typeof LeaseRecord>): boolean {
    const now = this.#now();
    if (this.#seen?.beat !== beat || this.#seen.holder !== holder) this.#seen = { beat, holder, at: now };
    return now - this.#seen.at > this.#termMs;
  }
}
