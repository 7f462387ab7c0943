import type { CapturedEvent } from "../../../protocol/events.ts";
import type { PaperQuestion } from "../../../protocol/items/registry.ts";
import type { PersonaName } from "../../../scoring/simulation/persona.ts";
import { createRandom } from "../../../scoring/simulation/random.ts";
import { fillerPassage } from "../../../scoring/simulation/filler_text.ts";
import { simulate } from "../../../scoring/simulation/simulate.ts";

/** Simulated events of one sitting, cut into batches of one size. */
export function cutBatches(
  persona: PersonaName,
  seed: number,
  questions: readonly PaperQuestion[],
  size: number,
  count: number,
): CapturedEvent[][] {
  const batches: CapturedEvent[][] = [];
  let batch: CapturedEvent[] = [];
  // Ten days: longer than any run needs.
  for (const event of simulate(persona, seed, { questions, durationMs: 864_000_000 })) {
    batch.push(event);
    if (batch.length < size) continue;
    batches.push(batch);
    if (batches.length === count) break;
    batch = [];
  }
  return batches;
}

/** Brings a long text from outside in one batch: enough for a low risk to become medium. Other batches stay. */
export function withPaste(batches: readonly CapturedEvent[][], at: number): CapturedEvent[][] {
  const inserted = fillerPassage(createRandom(at), 900);
  return batches.map((batch, index) => {
    if (index !== at) return batch;
    const [first, ...rest] = batch;
    const { t } = first;
    const pasted: CapturedEvent[] = [
      { length: inserted.length, origin: "outside", t, type: "paste_event" },
      { at: 0, input: "paste", inserted, question: "q1", removed: 0, t, type: "answer_edit" },
    ];
    return [first, ...pasted, ...rest];
  });
}

/**
 * A sitting as it goes over the wire, serialised once and sent by many students, so that the generator's share of
 * the machine stays small.
 */
export class BatchTape {
  readonly #texts: string[];

  constructor(batches: readonly (readonly CapturedEvent[])[]) {
    this.#texts = batches.map((batch) => JSON.stringify(batch));
  }

  get length(): number {
    return this.#texts.length;
  }

  /** The message of batch `seq`, from 1. */
  message(seq: number): string {
    return `{"type":"batch","seq":${seq},"sentAt":${Date.now()},"events":${this.#texts[seq - 1]}}`;
  }
}
