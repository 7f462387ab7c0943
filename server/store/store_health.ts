import { probeKey } from "./probe_key.ts";
import { withinTime } from "./within_time.ts";

/** A store that takes longer than this for one small write is not ready, ms. */
const READY_WITHIN_MS = 2_000;

/** How long an answer is good for, ms: a probe is a write. */
const ANSWER_MS = 500;

/** Probes in a row that fail before the store counts as lost: one alone may be a busy moment of ours. */
const FAILURES = 2;

/** Whether the store answers: a round trip of a write and a read, asked at most twice a second. */
export class StoreHealth {
  #kv: Deno.Kv;
  #key: Deno.KvKey;
  #now: () => number;
  #probe: Promise<boolean> | null = null;
  #probedAt = -Infinity;
  #failures = 0;
  #heardAt = -Infinity;
  #isWatching = false;
  /** Told when the store is lost, and when it is back. */
  onChange: (isUp: boolean) => void = () => {};

  constructor(kv: Deno.Kv, instance: string, now: () => number) {
    this.#kv = kv;
    this.#key = probeKey(instance);
    this.#now = now;
  }

  /**
   * The store has just answered other work. A probe that is slow meanwhile only waits its turn behind that work: it is we who are
   * busy, and sending everybody away would make us busier.
   */
  heard(): void {
    this.#heardAt = this.#now();
  }

  /** What the last looks said, without asking. */
  get isUp(): boolean {
    return this.#failures < FAILURES;
  }

  isReady(): Promise<boolean> {
    if (this.#probe !== null && this.#now() - this.#probedAt < ANSWER_MS) return this.#probe;
    this.#probedAt = this.#now();
    this.#probe = this.#roundTrip();
    return this.#probe;
  }

  /** Asks anew, whatever was answered a moment ago: for whoever has just seen the store fail. */
  confirm(): Promise<boolean> {
    this.#probedAt = -Infinity;
    return this.isReady();
  }

  /** Looks once, and says so where something changed. Called by the housekeeping tick. */
  async look(): Promise<void> {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const wasUp = this.isUp;
    const beganAt = this.#now();
    const answers = await this.isReady() || this.#heardAt >= beganAt;
    this.#failures = answers ? 0 : this.#failures + 1;
    this.#isWatching = false;
    if (this.isUp !== wasUp) this.onChange(this.isUp);
  }

  async #roundTrip(): Promise<boolean> {
    const mark = this.#now();
    const trip = async (): Promise<boolean> => {
      await this.#kv.set(this.#key, mark, { expireIn: 60_000 });
      return (await this.#kv.get(this.#key)).value === mark;
    };
    return await withinTime(trip(), READY_WITHIN_MS).catch(() => false);
  }
}
