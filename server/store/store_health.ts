import { probeKey } from "./probe_key.ts";
import { withinTime } from "./within_time.ts";

/** A store that takes longer than this for one small write is not ready, ms. */
const READY_WITHIN_MS = 2_000;

/** Looks in a row that fail before the store counts as lost: one alone may be a busy moment of ours. */
const FAILURES = 2;

/**
 * Whether the store answers: a round trip of a write and a read, under a key of its own, so that no two can be taken for
 * one another. The housekeeping looks, once a second; no request asks for a look, because what strangers can ask for
 * they can ask for a thousand times.
 */
export class StoreHealth {
  #kv: Deno.Kv;
  #now: () => number;
  #failures = 0;
  #heardAt = -Infinity;
  #isLooking = false;
  /** Told when the store is lost, and when it is back. */
  onChange: (isUp: boolean) => void = () => {};

  constructor(kv: Deno.Kv, now: () => number) {
    this.#kv = kv;
    this.#now = now;
  }

  /**
   * The store has just answered other work. A look that is slow meanwhile only waits its turn behind that work: it is we who are
   * busy, and sending everybody away would make us busier.
   */
  heard(): void {
    this.#heardAt = this.#now();
  }

  /** Whether anybody is served: the store is lost only when it has failed twice in a row. */
  get isUp(): boolean {
    return this.#failures < FAILURES;
  }

  /** Whether the last look succeeded. */
  get isReady(): boolean {
    return this.#failures === 0;
  }

  /** Looks once, and says so where something changed. While a look is under way there is no second one. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const wasUp = this.isUp;
    const beganAt = this.#now();
    const answers = await this.#roundTrip() || this.#heardAt >= beganAt;
    this.#failures = answers ? 0 : this.#failures + 1;
    this.#isLooking = false;
    if (this.isUp !== wasUp) this.onChange(this.isUp);
  }

  async #roundTrip(): Promise<boolean> {
    const key = probeKey(crypto.randomUUID());
    const trip = async (): Promise<boolean> => {
      await this.#kv.set(key, true, { expireIn: 60_000 });
      const { value } = await this.#kv.get(key);
      await this.#kv.delete(key);
      return value === true;
    };
    return await withinTime(trip(), READY_WITHIN_MS).catch(() => false);
  }
}
