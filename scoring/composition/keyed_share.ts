import type { z } from "zod";
import { type EditEvent, insertedLength, type KeyEvent } from "../../protocol/scorable_event.ts";
import { bringsText } from "../signals/brings_text.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** An edit with this many keys before it, per character, was typed: capture can gather several keys into one edit. */
const KEYS_PER_CHARACTER = 0.8;
/** Less than this share of what was written, and it was not written at a keyboard. */
const LEAST_SHARE = 0.75;

/** What is remembered, as it is before the first event. */
const start = () => ({
  /** Keys with a character of their own, since the last edit. */
  keys: 0,
  /** Characters that such keys brought, and that came otherwise: swiped, written by pen, composed, completed. */
  keyed: 0,
  otherwise: 0,
});

/** {@link KeyedShare} in JSON. */
export const KeyedShareSnapshot = memorySchema(start());
export type KeyedShareSnapshot = z.infer<typeof KeyedShareSnapshot>;

/**
 * Whether a text is written at a keyboard, letter by letter. Words that are swiped, composed from a reading or written
 * with a pen come whole, and phones name no key: such a text has other pauses and other corrections than what was
 * learnt from keyboards, and cannot be compared with it.
 */
export class KeyedShare {
  readonly #memory = start();

  /** Whether most of what was written came by keys. */
  get isAtKeyboard(): boolean {
    const { keyed, otherwise } = this.#memory;
    return keyed >= LEAST_SHARE * (keyed + otherwise);
  }

  key({ key }: KeyEvent): void {
    if (key !== "other" && bringsText(key)) this.#memory.keys++;
  }

  edit(event: EditEvent): void {
    const memory = this.#memory;
    const inserted = insertedLength(event);
    if (memory.keys >= KEYS_PER_CHARACTER * inserted) memory.keyed += inserted;
    // What puts in as much as it takes out, as a composition does with every letter, writes only what it adds.
    else if (isWritten(event.input)) memory.otherwise += Math.max(0, inserted - event.removed);
    memory.keys = 0;
  }

  snapshot(): KeyedShareSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: KeyedShareSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}

/** Text that is brought, and not written, says nothing of what it is written with. */
function isWritten(input: EditEvent["input"]): boolean {
  return input === undefined || input === "typing" || input === "composition" || input === "dictation";
}
