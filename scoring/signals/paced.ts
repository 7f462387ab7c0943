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

/** A signal may want its model to say the same so many times, at most. */
const MOST_ANSWERS = 8;

const Snapshot = z.strictObject({
  inner: z.unknown(),
  memory: memorySchema(start()),
  answers: z.array(z.number().nullable()).max(MOST_ANSWERS).describe("The model's last ones, the newest last"),
});

/**
 * A signal whose model is asked less often the longer the attempt, so that an event's cost stays small: with the
 * first events each time, later after each twentieth part more, at the latest after 300. A model that reads
 * thousands of events does not change its mind with one.
 *
 * A signal may be lasting: it then says no more than each of the model's last answers did, so that a moment's impression
 * is none. What was null counts as 0.
 *
 * When it is asked depends on the events alone, never on where batches end or on who looks.
 */
export class Paced implements SignalTracker {
  readonly #inner: SignalTracker;
  readonly #memory = start();
  readonly #lasting: number;
  #answers: (number | null)[] = [];
  #score: number | null = null;

  /** @param lasting So many answers in a row have to say a thing; 1 to {@link MOST_ANSWERS}. */
  constructor(inner: SignalTracker, lasting = 1) {
    this.#inner = inner;
    this.#lasting = lasting;
  }

  get isIncomparable(): boolean {
    return this.#inner.isIncomparable ?? false;
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
    this.#answers.push(this.#inner.score(t));
    if (this.#answers.length > this.#lasting) this.#answers.shift();
    this.#score = this.#least();
    memory.askAt = memory.events +
      Math.min(MOST_BEHIND, Math.max(1, Math.floor(memory.events * BEHIND_SHARE)));
  }

  /** The least of the last answers; null where the newest is. */
  #least(): number | null {
    const newest = this.#answers.at(-1) ?? null;
    if (newest === null) return null;
    if (this.#answers.length < this.#lasting) return 0;
    let least = newest;
    for (const answer of this.#answers) least = Math.min(least, answer ?? 0);
    return least;
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
    return { inner: this.#inner.snapshot(), memory: { ...this.#memory }, answers: [...this.#answers] };
  }

  restore(snapshot: unknown): void {
    const { inner, memory, answers } = readSnapshot(Snapshot, snapshot, "a paced signal");
    this.#inner.restore(inner);
    Object.assign(this.#memory, memory);
    this.#answers = [...answers];
    this.#score = this.#least();
  }
}
