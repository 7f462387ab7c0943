import type { z } from "zod";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import type { Evidence, SignalTracker } from "./signal.ts";

/** What is remembered, as it is before the first event. */
const start = () => ({ scripted: 0, fromT: -1, toT: -1 });

const Snapshot = memorySchema(start());

/** `capture`: can what was recorded be all that happened? Minimum of data: one event that says it cannot. */
export class Capture implements SignalTracker {
  readonly #memory = start();

  observe(event: ScorableEvent): void {
    if (event.type === "keystroke_data") this.key(event);
    else if (event.type === "answer_edit") this.edit(event);
  }

  key(event: KeyEvent): void {
    if (event.scripted === true) this.#note(event.t);
  }

  edit(event: EditEvent): void {
    if (event.scripted === true) this.#note(event.t);
  }

  score(): number | null {
    return this.#memory.scripted === 0 ? null : 1;
  }

  evidence(): Evidence | null {
    const { scripted, fromT, toT } = this.#memory;
    return scripted === 0 ? null : { code: "scripted_input", numbers: { events: scripted }, from: fromT, to: toT };
  }

  snapshot(): z.infer<typeof Snapshot> {
    return { ...this.#memory };
  }

  restore(snapshot: unknown): void {
    Object.assign(this.#memory, readSnapshot(Snapshot, snapshot, "the signal capture"));
  }

  #note(t: number): void {
    const memory = this.#memory;
    memory.scripted++;
    if (memory.fromT < 0) memory.fromT = t;
    memory.toT = t;
  }
}
