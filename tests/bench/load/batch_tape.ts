import { fillerPassage } from "../../../lab/simulation/filler_text.ts";
import type { PersonaName } from "../../../lab/simulation/persona.ts";
import { simulate } from "../../../lab/simulation/simulate.ts";
import type { WireFormat } from "../../../lab/students/node_world.ts";
import { readServerMessage } from "../../../islands/link/server_message.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";
import type { PaperQuestion } from "../../../protocol/items/registry.ts";
import type { ServerToStudent, StudentToServer } from "../../../protocol/student_messages.ts";
import { createRandom } from "../../../scoring/models/random.ts";

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

/** A sitting, cut into batches that many students send. */
export class BatchTape {
  readonly #batches: readonly CapturedEvent[][];

  /** @param wire Where the batches are serialised, once for all students. */
  constructor(batches: readonly CapturedEvent[][], wire: TapeWire) {
    this.#batches = batches;
    for (const batch of batches) wire.prepare(batch);
  }

  get length(): number {
    return this.#batches.length;
  }

  /** Events of batch `seq`, from 1. */
  batch(seq: number): CapturedEvent[] {
    return this.#batches[seq - 1];
  }
}

/** Messages as text with as little work as can be: the generator's share of the machine has to stay small. */
export class TapeWire implements WireFormat {
  readonly #texts = new Map<CapturedEvent[], string>();

  /** Serialises the events of a batch, once. */
  prepare(events: CapturedEvent[]): void {
    this.#texts.set(events, JSON.stringify(events));
  }

  write(message: StudentToServer): string {
    const events = message.type === "batch" ? this.#texts.get(message.events) : undefined;
    if (message.type !== "batch" || events === undefined) return JSON.stringify(message);
    return `{"type":"batch","seq":${message.seq},"sentAt":${message.sentAt},"events":${events}}`;
  }

  read(text: string): ServerToStudent | null {
    // Own risk comes with every batch and is of no interest here; it is the longest message by far.
    return text.startsWith('{"type":"risk"') ? null : readServerMessage(text);
  }
}
