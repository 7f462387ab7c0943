import { z } from "zod";
import { type Check, check, commit, type Mutation, remove, set, sum } from "./mutation.ts";
import { listNames, parseStored } from "./stored_value.ts";

/** A claim says from which epoch of the attempt's writer on another instance writes it. */
const Claim = z.object({ epoch: z.number() });

/** Claims that are removed in one atomic: a self-hosted KV server takes ten checks. */
const CLAIMS_PER_ATOMIC = 10;

/** A fence counts claims from a number of its own on, a random multiple of this. */
const CLAIMS_OF_A_FENCE = 2n ** 32n;

/** What the keys of an instance's batches begin with; place, attempt and number of the entry follow. */
export const placesPrefix = (log: string): Deno.KvKey => ["log", log];
const fenceKey = (log: string): Deno.KvKey => ["log_fence", log];
const claimsPrefix = (log: string): Deno.KvKey => ["log_claim", log];

/** Key of a batch: in the order in which its instance wrote it. */
export const placeKey = (log: string, place: number, attemptId: string, n: number): Deno.KvKey => [
  ...placesPrefix(log),
  place,
  attemptId,
  n,
];

/**
 * Takes an attempt out of the hands of the instance whose log it is in: whatever that one writes from then on fails, until it
 * has read who was claimed. Writes of before are there for whoever reads the log afterwards.
 *
 * @param epoch The attempt's next one.
 */
export function claim(log: string, attemptId: string, epoch: number): Mutation[] {
  // Whatever is written there changes the key's version, and that is what the owner's commits check.
  return [set([...claimsPrefix(log), attemptId], { epoch }), sum(fenceKey(log), 1n)];
}

/** Instances whose logs have a fence. */
export function fencedLogs(kv: Deno.Kv): Promise<string[]> {
  return listNames(kv, fenceKey("").slice(0, 1));
}

/** Forgets the log's claims, once its instance is gone. One that comes back all the same finds no fence, and writes nothing. */
export async function retireLog(kv: Deno.Kv, log: string): Promise<void> {
  await commit(kv, [remove(fenceKey(log))]);
  for await (const { key } of kv.list({ prefix: claimsPrefix(log) })) await commit(kv, [remove(key)]);
}

/**
 * What this instance writes: batches of all its attempts in one order, so that a store writes on at one end. Each commit
 * checks the log's fence. A store of before or of another instance has none of it.
 */
export class InstanceLog {
  readonly id: string;
  readonly #kv: Deno.Kv;
  #next = 0;
  #fence: Check | null = null;
  /** Where the fence's count begins: one that was put up since by a claim, after this one was taken away, has another. */
  #base = 0n;
  #reading: Promise<void> | null = null;
  /** Told that another instance writes an attempt from an epoch on. */
  onClaimed: (attemptId: string, epoch: number) => void = () => {};
  /** Told that the log was retired: nothing of what is in memory may be written any more. */
  onRetired: () => void = () => {};

  constructor(kv: Deno.Kv, id: string) {
    this.#kv = kv;
    this.id = id;
  }

  /** The place that the next batch takes. What is at lower ones was handed to the store already. */
  get position(): number {
    return this.#next;
  }

  /** Takes the next place. One whose write fails stays empty. */
  takePlace(): number {
    return this.#next++;
  }

  /**
   * What every commit of the log's attempts has to check; null before {@link openFence}. The same object until it moves.
   */
  get fence(): Check | null {
    return this.#fence;
  }

  /** The fence, which is put up where there is none yet. */
  async openFence(): Promise<Check> {
    while (this.#fence === null) await this.#shared(() => this.#putUp());
    return this.#fence;
  }

  /**
   * Whether a commit that checked `fence` was refused because of it. Claims are told before it resolves.
   *
   * @throws {Error} (rejects) If the store fails.
   */
  async hasMoved(fence: Check): Promise<boolean> {
    if (this.#fence === fence) await this.#shared(() => this.#readAgain(fence));
    return this.#fence !== fence;
  }

  /** One look serves all who ask meanwhile. */
  async #shared(look: () => Promise<void>): Promise<void> {
    this.#reading ??= look().finally(() => this.#reading = null);
    await this.#reading;
  }

  async #putUp(): Promise<void> {
    const key = fenceKey(this.id);
    const { value, versionstamp } = await this.#kv.get(key);
    const base = BigInt(crypto.getRandomValues(new Uint32Array(1))[0] || 1) * CLAIMS_OF_A_FENCE;
    const by = BigInt.asUintN(64, base - countOf(value));
    const put = await commit(this.#kv, [check(key, versionstamp), sum(key, by)]);
    // Somebody claimed in between: once more.
    if (put === null) return;
    await this.#tellClaims();
    this.#base = base;
    this.#fence = check(key, put);
  }

  async #readAgain(before: Check): Promise<void> {
    const { value, versionstamp } = await this.#kv.get(fenceKey(this.id));
    if (versionstamp === before.versionstamp) return;
    const isRetired = countOf(value) / CLAIMS_OF_A_FENCE !== this.#base / CLAIMS_OF_A_FENCE;
    // The fence is read before the claims: one that comes in between moves it once more.
    if (isRetired) this.onRetired();
    else await this.#tellClaims();
    this.#fence = isRetired ? null : check(fenceKey(this.id), versionstamp);
  }

  async #tellClaims(): Promise<void> {
    const told = await Array.fromAsync(this.#kv.list({ prefix: claimsPrefix(this.id) }));
    for (const { key, value } of told) this.onClaimed(String(key[2]), parseStored(Claim, key, value).epoch);
    for (let first = 0; first < told.length; first += CLAIMS_PER_ATOMIC) {
      const group = told.slice(first, first + CLAIMS_PER_ATOMIC);
      // A claim that was renewed meanwhile stays, and is told with the next move of the fence.
      await commit(this.#kv, group.flatMap(({ key, versionstamp }) => [check(key, versionstamp), remove(key)]));
    }
  }
}

/** How far a fence has counted; 0 where there is none. */
function countOf(value: unknown): bigint {
  return value instanceof Deno.KvU64 ? value.value : 0n;
}
