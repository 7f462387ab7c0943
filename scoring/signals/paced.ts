import { z } from "zod";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import type { Evidence, SignalLimit, SignalTracker } from "./signal.ts";

/** A score is at most this share of all events behind … */
const BEHIND_SHARE = 0.05;
/** … and at most this many of them. */
const MOST_BEHIND = 300;

/** What is remembered, as it is before the first event: events so far, and at which of them the model is asked next. */
const start = () => ({ events: 0, askAt: 1 });

const Snapshot = z.strictObject({
  inner: z.unknown(),
  memory: memorySchema(start()),
  score: z.number().nullable(),
});

/**
 * A signal whose model is asked less often the longer the attempt, so that an event's cost stays small: with the
 * first events each time, later after each twentieth part more, at the latest after 300. A model that reads
 * thousands of events does not change its mind with one.
 *
 * When it is asked depends on the events alone, never on where batches end or on who looks.
 */
export class Paced implements SignalTracker {
  readonly #inner: SignalTracker;
  readonly #memory = start();
  #score: number | null = null;

  constructor(inner: SignalTracker) {
    this.#inner = inner;
  }

  observe(event: ScorableEvent): void {
    this.#inner.observe(event);
    this.#count(event.t);
  }

  key(event: KeyEvent): void {
    this.#inner.key(event);
    this.#count(event.t);
  }

  edit(event: EditEvent): void {
    this.#inner.edit(event);
    this.#count(event.t);
  }

  #count(t: number): void {
    const memory = this.#memory;
    if (++memory.events < memory.askAt) return;
    this.#score = this.#inner.score(t);
    memory.askAt = memory.events +
      Math.min(MOST_BEHIND, Math.max(1, Math.floor(memory.events * BEHIND_SHARE)));
  }

  get limit(): SignalLimit | null {
    return this.#inner.limit ?? null;
  }

  useContext(context: ScoringContext): void {
    this.#inner.useContext?.(context);
  }

  hold(isHeld: boolean, t: number): void {
    this.#inner.hold?.(isHeld, t);
  }

  score(): number | null {
    return this.#score;
  }

  evidence(): Evidence | null {
    return this.#inner.evidence();
  }

  snapshot(): z.infer<typeof Snapshot> {
    return { inner: this.#inner.snapshot(), memory: { ...this.#memory }, score: this.#score };
  }

  restore(snapshot: unknown): void {
    const { inner, memory, score } = readSnapshot(Snapshot, snapshot, "a paced signal");
    this.#inner.restore(inner);
    Object.assign(this.#memory, memory);
    this.#score = score;
  }
}
