import type { CapturedEvent } from "../../protocol/events.ts";
import { BATCH_EVENTS } from "../../protocol/limits.ts";

/**
 * Hands out a sitting's events as time passes, the way capture would: an event is there once it is over, and batches
 * follow each other in order of `t`.
 *
 * @example
 * const stream = new EventStream([{ question: "q1", t: 400, type: "question_view" }][Symbol.iterator]());
 * assert.deepEqual(stream.next(399), []);
 * assert.equal(stream.next(400).length, 1);
 */
export class EventStream {
  #events: Iterator<CapturedEvent>;
  #head: CapturedEvent | null;

  constructor(events: Iterator<CapturedEvent>) {
    this.#events = events;
    this.#head = this.#pull();
  }

  /** Whether every event was handed out. */
  get isDone(): boolean {
    return this.#head === null;
  }

  /**
   * The next events that are over by `nowMs`, oldest first; empty for none.
   *
   * @param nowMs Attempt time, ms.
   * @param most Events, at most; {@link BATCH_EVENTS} when absent.
   */
  next(nowMs: number, most: number = BATCH_EVENTS): CapturedEvent[] {
    const events: CapturedEvent[] = [];
    while (this.#head !== null && events.length < most && endOf(this.#head) <= nowMs) {
      events.push(this.#head);
      this.#head = this.#pull();
    }
    return events;
  }

  #pull(): CapturedEvent | null {
    const step = this.#events.next();
    return step.done ? null : step.value;
  }
}

function endOf(event: CapturedEvent): number {
  if (event.type === "keystroke_data") return event.t + (event.dwell ?? 0);
  if (event.type === "mouse_data") return event.t + event.points[event.points.length - 1][0];
  return event.type === "idle" ? event.t + event.duration : event.t;
}
