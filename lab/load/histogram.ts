/** Buckets a power of two: values are kept to within 1/64, 1.6 %. */
const STEPS = 64;

/** Powers of two above {@link STEPS} that are told apart: up to 64 µs · 2²⁶, more than an hour. */
const POWERS = 26;

/**
 * Latencies in buckets that grow with the value (after HdrHistogram, Tene): recording costs a few instructions and
 * no memory, percentiles are within 1.6 %.
 */
export class Histogram {
  #counts = new Float64Array(STEPS * (POWERS + 1));
  #count = 0;
  #mostMs = 0;

  /** Values recorded. */
  get count(): number {
    return this.#count;
  }

  /** Largest value, ms; 0 for none. */
  get mostMs(): number {
    return this.#mostMs;
  }

  /** Records one latency, ms. Negative ones count as 0. */
  record(ms: number): void {
    this.#counts[bucketOf(Math.max(0, ms) * 1_000)]++;
    this.#count++;
    if (ms > this.#mostMs) this.#mostMs = ms;
  }

  /** Smallest latency that a share of the values does not exceed, ms; 0 where nothing was recorded. */
  percentile(share: number): number {
    let left = Math.max(1, Math.ceil(share * this.#count));
    for (let bucket = 0; bucket < this.#counts.length; bucket++) {
      left -= this.#counts[bucket];
      if (left <= 0) return Math.min(this.#mostMs, upperEdge(bucket) / 1_000);
    }
    return 0;
  }

  /** Forgets everything. */
  clear(): void {
    this.#counts.fill(0);
    this.#count = 0;
    this.#mostMs = 0;
  }
}

function bucketOf(micros: number): number {
  if (micros < STEPS) return Math.floor(micros);
  const power = Math.min(POWERS - 1, Math.floor(Math.log2(micros / STEPS)));
  return Math.min(STEPS * (POWERS + 1) - 1, STEPS * (power + 1) + Math.floor((micros / 2 ** power) - STEPS));
}

function upperEdge(bucket: number): number {
  if (bucket < STEPS) return bucket + 1;
  const power = Math.floor(bucket / STEPS) - 1;
  return (STEPS + (bucket % STEPS) + 1) * 2 ** power;
}
