import { z } from "zod";
import { LOW_UP_TO } from "../../protocol/risk.ts";
import type { KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { shippedModels, type SignalModels } from "../models/shipped_models.ts";
import { PointerHand, PointerHandSnapshot } from "../pointer/pointer_hand.ts";
import { KeyRegularity, KeyRegularitySnapshot, MIN_REGULARITY_KEYS } from "../rhythm/key_regularity.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import type { Evidence, SignalLimit, SignalTracker } from "./signal.ts";

/** It lifts nobody above Low until its false positives on unseen people are shown to be at most 2 %. */
const STAYS_LOW: SignalLimit = { levelUpTo: LOW_UP_TO, most: Infinity };

const Snapshot = z.strictObject({
  pointer: PointerHandSnapshot,
  keys: KeyRegularitySnapshot,
});

/**
 * `automation`: is a person moving this pointer and pressing these keys? The largest of its parts: a pointer that no
 * hand moves ({@link PointerHand}), and keys more regular than anybody's ({@link KeyRegularity}).
 *
 * The pointer's model learnt from recorded people and from many artificial ways of moving, none of them a data set's
 * programs. Forged timing defeats it, so it weighs little. Minimum of data: that of a part.
 */
export class Automation implements SignalTracker {
  readonly limit = STAYS_LOW;
  readonly #pointer: PointerHand;
  readonly #keys = new KeyRegularity();

  constructor(models: SignalModels = shippedModels()) {
    this.#pointer = new PointerHand(models.automation);
  }

  observe(event: ScorableEvent): void {
    if (event.type === "keystroke_data") this.key(event);
    else this.#pointer.observe(event);
  }

  key({ repeat, t, key, dwell }: KeyEvent): void {
    if (repeat !== true) this.#keys.press(t, key, dwell);
  }

  /** What keys do to a text says nothing of what presses them. */
  edit(): void {}

  score(): number | null {
    const pointer = this.#pointer.score();
    const keys = this.#keys.score();
    if (pointer === null) return keys;
    return keys === null ? pointer : Math.max(pointer, keys);
  }

  evidence(): Evidence | null {
    const keys = this.#keys.score();
    if (keys !== null && keys > (this.#pointer.score() ?? 0)) {
      const numbers = { spread: this.#keys.spread ?? 0, letters: MIN_REGULARITY_KEYS };
      return { code: "keys_regular", numbers, from: null, to: null };
    }
    return this.#pointer.evidence();
  }

  snapshot(): z.infer<typeof Snapshot> {
    return { pointer: this.#pointer.snapshot(), keys: this.#keys.snapshot() };
  }

  restore(snapshot: unknown): void {
    const { pointer, keys } = readSnapshot(Snapshot, snapshot, "the signal automation");
    this.#pointer.restore(pointer);
    this.#keys.restore(keys);
  }
}
