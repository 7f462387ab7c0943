import { hash } from "node:crypto";
import type { CapturedEvent } from "../../protocol/events.ts";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { fillerPassage } from "../simulation/filler_text.ts";
import type { PersonaName } from "../simulation/persona.ts";
import { simulate } from "../simulation/simulate.ts";
import { messageFrame, payloadOf } from "./client_frame.ts";

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

const EVENTS = ',"events":';

/**
 * A sitting as the frames that carry it, made once: many students send the same bytes, since events name no attempt. What
 * the events were is not kept.
 */
export class BatchTape {
  readonly #frames: readonly Uint8Array[];

  /** @param sentAt What each batch says of when it was sent, ms since 1970: the server notes it and counts on nothing of it. */
  constructor(batches: readonly CapturedEvent[][], sentAt: number) {
    this.#frames = batches.map((events, index) => messageFrame({ type: "batch", seq: index + 1, sentAt, events }));
  }

  /** Batches on the tape. */
  get length(): number {
    return this.#frames.length;
  }

  /** Batch `seq`, from 1, as a client's frame. */
  frame(seq: number): Uint8Array {
    return this.#frames[seq - 1];
  }

  /** SHA-256 (hex) of the events of batch `seq`, as `welcome.last_hash` has it. */
  hash(seq: number): string {
    const text = new TextDecoder().decode(payloadOf(this.frame(seq)));
    // Events are the last field of the message, and written in canonical form.
    return hash("sha256", text.slice(text.indexOf(EVENTS) + EVENTS.length, -1), "hex");
  }
}
