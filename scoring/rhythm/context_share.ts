import { z } from "zod";
import { sigmoid } from "../models/sigmoid.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { CONTEXTS, KeyContext } from "./key_context.ts";
import { intervalLog, PAUSE_MS, SLOW_MS } from "./interval_logs.ts";
import { LOG_STEPS, logInterval } from "./key_statistics.ts";

/** Inter-key times that must be seen before the share says anything. */
export const MIN_CONTEXT_KEYS = 300;
/** Once so many were seen, earlier ones count half: what is typed now decides, whoever typed before. */
const FORGET_KEYS = 800;
/**
 * Share of variance at which the score is one half, and how wide it falls. Of the writers that this was chosen on, the
 * least was 0.089; of their keys without corrections, 0.02. Programs that draw times of one kind come to 0.016 at most.
 */
const HALF_AT = 0.022;
const WIDTH = 0.004;

/** Least share of the times that begin a word: without words there is no place in a word (Thai, long numbers). */
const LEAST_WORD_STARTS = 0.08;
/** What is remembered besides the sums for each context, as it is before the first key. Squares over all contexts. */
const start = () => ({ times: 0, squares: 0 });

/** {@link ContextShare} in JSON. */
export const ContextShareSnapshot = z.strictObject({
  memory: memorySchema(start()),
  counts: z.array(z.number()).length(CONTEXTS),
  sums: z.array(z.number()).length(CONTEXTS),
});
export type ContextShareSnapshot = z.infer<typeof ContextShareSnapshot>;

/**
 * How much of the times between keys is explained by what a key follows and where in its word it stands: the share of
 * the variance of log times that lies between contexts, adjusted for their number (ε², Kelley 1935).
 *
 * A hand needs longer for the first letter of a word than for the fifth, whoever it belongs to. A program that draws
 * its delays from one distribution, whatever its shape, has no such places: its share is 0 but for chance. One that
 * makes its pauses by context has, and is not found. Cursor keys are left out, and the second and later of several
 * erasures, where held keys repeat.
 */
export class ContextShare {
  readonly #counts: number[] = new Array(CONTEXTS).fill(0);
  readonly #sums: number[] = new Array(CONTEXTS).fill(0);
  readonly #memory = start();

  /**
   * Takes in a time between keys.
   *
   * @param context Of the key that ends it.
   * @param ms The time; negative or from {@link PAUSE_MS} on it is no rhythm.
   */
  add(context: KeyContext, ms: number): void {
    if (!(ms >= 0 && ms < PAUSE_MS) || !isOfWords(context)) return;
    const interval = intervalLog(ms);
    const memory = this.#memory;
    this.#counts[context]++;
    this.#sums[context] += interval;
    memory.squares += interval * interval;
    if (++memory.times >= FORGET_KEYS) this.#forget();
  }

  /** The share, at most 1 and, by the adjustment, possibly a little below 0; null where there is too little to say. */
  get share(): number | null {
    const { times, squares } = this.#memory;
    if (times < MIN_CONTEXT_KEYS) return null;
    if (this.#counts[KeyContext.FirstLetter] < LEAST_WORD_STARTS * times) return null;
    let sum = 0;
    let between = 0;
    let contexts = 0;
    for (let context = 0; context < CONTEXTS; context++) {
      const count = this.#counts[context];
      if (count === 0) continue;
      sum += this.#sums[context];
      between += this.#sums[context] * this.#sums[context] / count;
      contexts++;
    }
    if (sum / times >= logInterval(SLOW_MS)) return null;
    between -= sum * sum / times;
    const all = squares - sum * sum / times;
    // Less than a hundredth of a log unit of spread is none: there is nothing to explain.
    if (all < times * (LOG_STEPS / 100) ** 2) return 0;
    return (between - (contexts - 1) * (all - between) / (times - contexts)) / all;
  }

  /** How far the times lack what words do to a hand, in [0, 1]; null where there is too little to say. */
  score(): number | null {
    const { share } = this;
    return share === null ? null : sigmoid((HALF_AT - share) / WIDTH);
  }

  snapshot(): ContextShareSnapshot {
    return { memory: { ...this.#memory }, counts: [...this.#counts], sums: [...this.#sums] };
  }

  restore({ memory, counts, sums }: ContextShareSnapshot): void {
    Object.assign(this.#memory, memory);
    for (let each = 0; each < CONTEXTS; each++) {
      this.#counts[each] = counts[each];
      this.#sums[each] = sums[each];
    }
  }

  #forget(): void {
    const memory = this.#memory;
    memory.times /= 2;
    memory.squares /= 2;
    for (let each = 0; each < CONTEXTS; each++) {
      this.#counts[each] /= 2;
      this.#sums[each] /= 2;
    }
  }
}

function isOfWords(context: KeyContext): boolean {
  return context !== KeyContext.EraseAgain && context !== KeyContext.Navigation && context !== KeyContext.Other;
}
