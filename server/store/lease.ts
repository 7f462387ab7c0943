import { z } from "zod";
import { type Check, check, commit, remove, set } from "./mutation.ts";
import { getStored } from "./stored_value.ts";

const LeaseRecord = z.object({ holder: z.string(), fence: z.number(), beat: z.number() });
type LeaseRecord = z.infer<typeof LeaseRecord>;

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
    this.#key = ["lease", name];
    this.#holder = holder;
    this.#now = now;
    this.#termMs = termMs;
  }

  /**
   * Takes or renews the lease.
   *
   * @returns The check that the job's writes must carry, or null where another instance holds the lease.
   */
  async take(): Promise<Check | null> {
    const stored = await getStored(this.#kv, LeaseRecord, this.#key);
    const before = stored?.value ?? null;
    if (before !== null && before.holder !== this.#holder && !this.#isOver(before)) return null;
    const isNew = before?.holder !== this.#holder;
    const record: LeaseRecord = {
      holder: this.#holder,
      fence: (before?.fence ?? 0) + (isNew ? 1 : 0),
      beat: (before?.beat ?? 0) + 1,
    };
    const versionstamp = await commit(this.#kv, [
      check(this.#key, stored?.versionstamp ?? null),
      set(this.#key, record),
    ]);
    return versionstamp === null ? null : check(this.#key, versionstamp);
  }

  /** Gives the lease back, so that another instance need not wait for it. */
  async release(): Promise<void> {
    const stored = await getStored(this.#kv, LeaseRecord, this.#key);
    if (stored?.value.holder !== this.#holder) return;
    await commit(this.#kv, [check(this.#key, stored.versionstamp), remove(this.#key)]);
  }

  #isOver({ beat, holder }: LeaseRecord): boolean {
    const now = this.#now();
    if (this.#seen?.beat !== beat || this.#seen.holder !== holder) this.#seen = { beat, holder, at: now };
    return now - this.#seen.at > this.#termMs;
  }
}
