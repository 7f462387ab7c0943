import type { z } from "zod";
import type { AssistiveTechnology } from "../../protocol/exam.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import type { Evidence } from "./signal.ts";

/** Technologies that put whole words and phrases in, often as if they had been typed. */
const BRINGING: ReadonlySet<AssistiveTechnology> = new Set(["dictation", "switch_access"]);

/** What is remembered, as it is before the first event. */
const start = () => ({ characters: 0, pieces: 0, fromMs: -1, toMs: -1 });

/** {@link DeclaredSpeech} in JSON. */
export const DeclaredSpeechSnapshot = memorySchema(start());

/**
 * Text without keys that the student's own word explains: somebody who says that they dictate, and whose dictation the
 * browser takes for plain insertions. Nobody has confirmed it, so that it is something to look at, and not nothing.
 */
export class DeclaredSpeech {
  readonly #memory = start();
  #isDeclared = false;

  /** Characters so far. */
  get characters(): number {
    return this.#memory.characters;
  }

  useContext({ declared }: Pick<ScoringContext, "declared">): void {
    this.#isDeclared = declared?.some((technology) => BRINGING.has(technology)) ?? false;
  }

  /** Whether an insert may be one: what was pasted or dropped was not spoken. */
  explains(input: string | undefined): boolean {
    return this.#isDeclared && input !== "paste" && input !== "drop";
  }

  add(t: number, length: number): void {
    const memory = this.#memory;
    if (length === 0) return;
    memory.characters += length;
    memory.pieces++;
    if (memory.fromMs < 0) memory.fromMs = t;
    memory.toMs = Math.max(memory.toMs, t);
  }

  evidence(): Evidence | null {
    const { characters, pieces, fromMs, toMs } = this.#memory;
    if (characters === 0) return null;
    const numbers = { spoken_characters: characters, pieces };
    return { code: "text_said_to_be_spoken", numbers, from: fromMs, to: toMs };
  }

  snapshot(): z.infer<typeof DeclaredSpeechSnapshot> {
    return { ...this.#memory };
  }

  restore(snapshot: z.infer<typeof DeclaredSpeechSnapshot>): void {
    Object.assign(this.#memory, snapshot);
  }
}
