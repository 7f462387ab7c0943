import { z } from "zod";
import type { KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import type { Evidence } from "../signals/signal.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { ContextShare, ContextShareSnapshot, MIN_CONTEXT_KEYS } from "./context_share.ts";
import { DwellRegularity, DwellRegularitySnapshot, MIN_DWELL_KEYS } from "./dwell_regularity.ts";
import { keyContext, KeyKind, keyKind } from "./key_context.ts";
import { HAND_MS } from "./interval_logs.ts";
import { KeyRegularity, KeyRegularitySnapshot, MIN_REGULARITY_KEYS } from "./key_regularity.ts";
import { KeyRush, KeyRushSnapshot } from "./key_rush.ts";

/** What is remembered, as it is before the first key: the key before, letters before it in its word, and any touch. */
const start = () => ({ lastT: -1, before: KeyKind.Enter as number, place: 0, wasTouched: false });

/** {@link TypingHand} in JSON. */
export const TypingHandSnapshot = z.strictObject({
  memory: memorySchema(start()),
  context: ContextShareSnapshot,
  dwells: DwellRegularitySnapshot,
  regularity: KeyRegularitySnapshot,
  rush: KeyRushSnapshot,
});
export type TypingHandSnapshot = z.infer<typeof TypingHandSnapshot>;

/**
 * Does a hand press these keys? The largest of four: times that do not depend on the words typed
 * ({@link ContextShare}), keys faster than fingers ({@link KeyRush}), times all alike ({@link KeyRegularity}), and
 * letters all held alike ({@link DwellRegularity}).
 *
 * Once a finger or pen touched the page, keys without a release may be of a keyboard of glass, where nobody has measured what
 * words do to times, and dwells say nothing. Held keys that repeat are left out; text that comes without keys is not looked at. Minimum of data: that of a part,
 * the least being sixty keys. Found are programs that draw their delays; those that pause where people do are not.
 */
export class TypingHand {
  readonly #context = new ContextShare();
  readonly #dwells = new DwellRegularity();
  readonly #regularity = new KeyRegularity();
  readonly #rush = new KeyRush();
  readonly #memory = start();

  /** Takes one key in. Digits have no place in a word, and their times do not count as such. */
  key({ repeat, t, key, dwell }: KeyEvent): void {
    const kind = keyKind(key);
    if (repeat === true || kind === KeyKind.Ignored) return;
    const memory = this.#memory;
    const { before, place } = memory;
    const ms = memory.lastT < 0 ? -1 : t - memory.lastT;
    const isAfterLetter = before === KeyKind.Letter;
    const isOfGlass = memory.wasTouched && dwell === null;
    if (key !== "digit" && !isOfGlass) this.#context.add(keyContext(kind, before, place), ms);
    if (kind === KeyKind.Letter) {
      if (isAfterLetter) this.#regularity.add(ms);
      // What a chord writes at once was not held by a hand, and is looked at as what it is: too fast for one.
      if (isAfterLetter && ms >= HAND_MS && dwell !== null) this.#dwells.add(dwell);
      memory.place = isAfterLetter ? place + 1 : 1;
    } else memory.place = 0;
    if (kind <= KeyKind.Punctuation) this.#rush.add(ms, t);
    memory.before = kind;
    memory.lastT = t;
  }

  /** The attempt stood still, or goes on: the next key has no time. */
  hold(): void {
    this.#memory.lastT = -1;
  }

  /** Takes any other event in: of pointers, whether there is a screen that is touched. */
  observe(event: ScorableEvent): void {
    if (event.type === "mouse_data" && event.pointer !== "mouse") this.#memory.wasTouched = true;
  }

  /** How unlike a hand, in [0, 1]; null below the minimum of data. */
  score(): number | null {
    const regularity = this.#regularity.score();
    const rush = this.#rush.score();
    const dwells = this.#dwellScore();
    const context = this.#context.score();
    if (regularity === null && rush === null && dwells === null && context === null) return null;
    return Math.max(regularity ?? 0, rush ?? 0, dwells ?? 0, context ?? 0);
  }

  #dwellScore(): number | null {
    return this.#memory.wasTouched ? null : this.#dwells.score(this.#regularity.typicalMs);
  }

  /** What is behind the score; null where nothing was measured. The plainest of those that reach it comes first. */
  evidence(): Evidence | null {
    const score = this.score();
    if (score === null) return null;
    if (this.#rush.score() === score) {
      const { keys, meanMs, fromT, toT } = this.#rush.longest;
      return { code: "keys_faster_than_hands", numbers: { keys, interval_ms: meanMs }, from: fromT, to: toT };
    }
    if (this.#regularity.score() === score) {
      const numbers = { spread: this.#regularity.spread ?? 0, letters: MIN_REGULARITY_KEYS };
      return { code: "keys_regular", numbers, from: null, to: null };
    }
    if (this.#dwellScore() === score) {
      const { meanMs, spreadMs } = this.#dwells.dwell;
      const numbers = { letters: MIN_DWELL_KEYS, dwell_ms: meanMs, spread_ms: spreadMs };
      return { code: "keys_held_alike", numbers, from: null, to: null };
    }
    const numbers = { share: Math.max(0, this.#context.share ?? 0), keys: MIN_CONTEXT_KEYS };
    return { code: "keys_without_words", numbers, from: null, to: null };
  }

  snapshot(): TypingHandSnapshot {
    return {
      memory: { ...this.#memory },
      context: this.#context.snapshot(),
      dwells: this.#dwells.snapshot(),
      regularity: this.#regularity.snapshot(),
      rush: this.#rush.snapshot(),
    };
  }

  restore({ memory, context, dwells, regularity, rush }: TypingHandSnapshot): void {
    Object.assign(this.#memory, memory);
    this.#context.restore(context);
    this.#dwells.restore(dwells);
    this.#regularity.restore(regularity);
    this.#rush.restore(rush);
  }
}
