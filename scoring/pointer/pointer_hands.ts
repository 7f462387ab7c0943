import { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import type { OwnDistance } from "../models/own_distance.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { PointerRhythm, PointerRhythmSnapshot } from "./pointer_rhythm.ts";

const KINDS = ["mouse", "pen", "touch"] as const;
type Kind = typeof KINDS[number];

/** What is remembered: the viewport's size in px, 0 before it was reported, and the pointer that moved last. */
const start = () => ({ width: 0, height: 0, lastKind: -1 });

/** {@link PointerHands} in JSON. */
export const PointerHandsSnapshot = z.strictObject({
  memory: memorySchema(start()),
  mouse: PointerRhythmSnapshot.nullable(),
  pen: PointerRhythmSnapshot.nullable(),
  touch: PointerRhythmSnapshot.nullable(),
});
export type PointerHandsSnapshot = z.infer<typeof PointerHandsSnapshot>;

/**
 * One attempt's pointers: mouse, pen and finger each with a baseline of its own, never compared with one another.
 * Whoever goes on on another device is not comparable until that one has a baseline too.
 */
export class PointerHands {
  readonly #model: OwnDistance;
  readonly #hands: Record<Kind, PointerRhythm | null> = { mouse: null, pen: null, touch: null };
  readonly #memory = start();

  constructor(model: OwnDistance) {
    this.#model = model;
  }

  observe(event: ScorableEvent): void {
    const memory = this.#memory;
    if (event.type === "window_resize") {
      memory.width = event.width;
      memory.height = event.height;
      for (const kind of KINDS) this.#hands[kind]?.observe(event);
    } else if (event.type === "mouse_data" && event.kind !== "wheel") {
      memory.lastKind = KINDS.indexOf(event.pointer);
      (this.#hands[event.pointer] ??= this.#begin()).observe(event);
    }
  }

  /** As {@link PointerRhythm.distance}, of the pointer that moved last. */
  get distance(): number {
    return this.#last?.distance ?? NaN;
  }

  /** As {@link PointerRhythm.lastT}. */
  get lastT(): number {
    return this.#last?.lastT ?? -1;
  }

  /** As {@link PointerRhythm.recentFromT}. */
  get recentFromT(): number {
    return this.#last?.recentFromT ?? 0;
  }

  snapshot(): PointerHandsSnapshot {
    const { mouse, pen, touch } = this.#hands;
    return {
      memory: { ...this.#memory },
      mouse: mouse?.snapshot() ?? null,
      pen: pen?.snapshot() ?? null,
      touch: touch?.snapshot() ?? null,
    };
  }

  restore({ memory, ...hands }: PointerHandsSnapshot): void {
    Object.assign(this.#memory, memory);
    for (const kind of KINDS) {
      const snapshot = hands[kind];
      this.#hands[kind] = snapshot === null ? null : this.#begin();
      if (snapshot !== null) this.#hands[kind]!.restore(snapshot);
    }
  }

  get #last(): PointerRhythm | null {
    return this.#memory.lastKind < 0 ? null : this.#hands[KINDS[this.#memory.lastKind]];
  }

  #begin(): PointerRhythm {
    const { width, height } = this.#memory;
    const hand = new PointerRhythm(this.#model);
    hand.observe({ type: "window_resize", t: 0, width, height, screenWidth: width, screenHeight: height });
    return hand;
  }
}
