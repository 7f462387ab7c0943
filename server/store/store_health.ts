import { keys } from "./keys.ts";

/** A store that takes longer than this for one small write is not ready, ms. */
const READY_WITHIN_MS = 2_000;

/** How long an answer is good for, ms: a probe is a write. */
const ANSWER_MS = 500;

/** Whether the store answers: a round trip of a write and a read, asked at most twice a second. */
export class StoreHealth {
  #kv: Deno.Kv;
  #key: Deno.KvKey;
  #now: () => number;
  #probe: Promise<boolean> | null = null;
  #probedAt = -Infinity;

  constructor(kv: Deno.Kv, instance: string, now: () => number) {
    this.#kv = kv;
    this.#key = keys.probe(instance);
    this.#now = now;
  }

  isReady(): Promise<boolean> {
    if (this.#probe !== null && this.#now() - this.#probedAt < ANSWER_MS) return this.#probe;
    this.#probedAt = this.#now();
    this.#probe = this.#roundTrip();
    return this.#probe;
  }

  async #roundTrip(): Promise<boolean> {
    const mark = this.#now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), READY_WITHIN_MS);
    });
    const trip = (async () => {
      await this.#kv.set(this.#key, mark, { expireIn: 60_000 });
      return (await this.#kv.get(this.#key)).value === mark;
    })().catch(() => false);
    const isReady = await Promise.race([trip, late]);
    clearTimeout(timer);
    return isReady;
  }
}
