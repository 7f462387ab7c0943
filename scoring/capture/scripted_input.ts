import type { z } from "zod";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { outsideShare } from "../signals/outside_share.ts";

/** Presses and choices are judged from this many on: one that software made for somebody says nothing. */
const LEAST_PRESSES = 10;

/** What is remembered, as it is before the first event. */
const start = () => ({
  /** Characters and keys that a script brought, and all keys. */
  characters: 0,
  keys: 0,
  allKeys: 0,
  /** Presses of the pointer and choices that a script made, and all of them. */
  presses: 0,
  allPresses: 0,
  events: 0,
  fromMs: -1,
  toMs: -1,
});

/** {@link ScriptedInput} in JSON. */
export const ScriptedInputSnapshot = memorySchema(start());
export type ScriptedInputSnapshot = z.infer<typeof ScriptedInputSnapshot>;

/**
 * Input that a script made and no device, in the browser's own word (`isTrusted`). Spelling checkers and text expanders
 * do so here and there: what counts is the share of it. An edit that puts in no more than it takes out is a correction.
 */
export class ScriptedInput {
  readonly #memory = start();

  get events(): number {
    return this.#memory.events;
  }

  /** Attempt time of the first and the last, in ms; −1 for none. */
  get fromMs(): number {
    return this.#memory.fromMs;
  }

  get toMs(): number {
    return this.#memory.toMs;
  }

  key(t: number, isScripted: boolean): void {
    this.#memory.allKeys++;
    if (!isScripted) return;
    this.#memory.keys++;
    this.#note(t);
  }

  /** A script's edit grew an answer by so many characters. */
  edit(t: number, grown: number): void {
    if (grown > 0) this.#memory.characters += grown;
    this.#note(t);
  }

  /** A press of the pointer, or a choice. */
  press(t: number, isScripted: boolean): void {
    this.#memory.allPresses++;
    if (!isScripted) return;
    this.#memory.presses++;
    this.#note(t);
  }

  /**
   * What a script did, as a share of all that was done, in [0, 1].
   *
   * @param entered Characters that were entered by hand.
   */
  score(entered: number): number {
    const { characters, keys, allKeys, presses, allPresses } = this.#memory;
    const text = outsideShare(characters, characters + entered);
    const pressed = allPresses < LEAST_PRESSES ? 0 : presses / allPresses;
    return Math.max(text, outsideShare(keys, allKeys), pressed);
  }

  #note(t: number): void {
    const memory = this.#memory;
    memory.events++;
    if (memory.fromMs < 0) memory.fromMs = t;
    if (t > memory.toMs) memory.toMs = t;
  }

  snapshot(): ScriptedInputSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: ScriptedInputSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
