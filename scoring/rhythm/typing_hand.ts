import { z } from "zod";
import type { KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import type { Evidence } from "../signals/signal.ts";
import { ContextShare, ContextShareSnapshot, MIN_CONTEXT_KEYS } from "./context_share.ts";
import { DwellRegularity, DwellRegularitySnapshot, MIN_DWELL_KEYS } from "./dwell_regularity.ts";
import { KeyRegularity, KeyRegularitySnapshot, MIN_REGULARITY_KEYS } from "./key_regularity.ts";
import { KeyRush, KeyRushSnapshot } from "./key_rush.ts";

/** {@link TypingHand} in JSON. */
export const TypingHandSnapshot = z.strictObject({
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
 * Held keys that repeat are left out; text that comes without keys is not looked at. Minimum of data: that of a part,
 * the least being sixty keys. Found are programs that draw their delays; those that pause where people do are not.
 */
export class TypingHand {
  readonly #context = new ContextShare();
  readonly #dwells = new DwellRegularity();
  readonly #regularity = new KeyRegularity();
  readonly #rush = new KeyRush();

  /** Takes one key in. */
  key({ repeat, t, key, dwell }: KeyEvent): void {
    if (repeat === true) return;
    this.#context.press(t, key);
    this.#regularity.press(t, key);
    this.#rush.press(t, key);
    this.#dwells.press(key, dwell);
  }

  /** Takes any other event in: of pointers, whether there is a screen that is touched. */
  observe(event: ScorableEvent): void {
    if (event.type === "mouse_data" && event.pointer !== "mouse") this.#dwells.touch();
  }

  /** How unlike a hand, in [0, 1]; null below the minimum of data. */
  score(): number | null {
    const regularity = this.#regularity.score();
    const rush = this.#rush.score();
    const dwells = this.#dwells.score(this.#regularity.typicalMs);
    const context = this.#context.score();
    if (regularity === null && rush === null && dwells === null && context === null) return null;
    return Math.max(regularity ?? 0, rush ?? 0, dwells ?? 0, context ?? 0);
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
    if (this.#dwells.score(this.#regularity.typicalMs) === score) {
      const { meanMs, spreadMs } = this.#dwells.dwell;
      const numbers = { letters: MIN_DWELL_KEYS, dwell_ms: meanMs, spread_ms: spreadMs };
      return { code: "keys_held_alike", numbers, from: null, to: null };
    }
    const numbers = { share: Math.max(0, this.#context.share ?? 0), keys: MIN_CONTEXT_KEYS };
    return { code: "keys_without_words", numbers, from: null, to: null };
  }

  snapshot(): TypingHandSnapshot {
    return {
      context: this.#context.snapshot(),
      dwells: this.#dwells.snapshot(),
      regularity: this.#regularity.snapshot(),
      rush: this.#rush.snapshot(),
    };
  }

  restore({ context, dwells, regularity, rush }: TypingHandSnapshot): void {
    this.#context.restore(context);
    this.#dwells.restore(dwells);
    this.#regularity.restore(regularity);
    this.#rush.restore(rush);
  }
}
