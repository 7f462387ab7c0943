import type { CapturedEvent } from "../../protocol/events.ts";
import { BATCH_EVENTS, MAX_BACKSTEP_MS, MAX_BATCH_BYTES, MAX_BATCH_EVENTS } from "../../protocol/limits.ts";

/** A batch is closed before it grows beyond this, in bytes: half of what the server takes. */
const BATCH_BYTES = MAX_BATCH_BYTES / 2;

/**
 * Gathers events until a batch is due: once a second (the caller's clock), at 50 events, or when it gets large.
 *
 * A batch comes out sorted by `t`, edits of equal `t` in the order they were made; nothing in it lies further
 * before the batch before than the event log allows.
 */
export class Batcher {
  readonly #onDue: () => void;
  #events: CapturedEvent[] = [];
  #bytes = 0;
  #answers = 0;
  #earliestT: number;

  /**
   * @param onDue Called when a batch should be taken at once.
   * @param lastT The last `t` that was batched before, ms; 0 for a new attempt.
   */
  constructor(onDue: () => void, lastT = 0) {
    this.#onDue = onDue;
    this.#earliestT = lastT - MAX_BACKSTEP_MS;
  }

  /** Events that wait. */
  get events(): readonly CapturedEvent[] {
    return this.#events;
  }

  /** How many of them are answers. */
  get answers(): number {
    return this.#answers;
  }

  /** Takes an event. */
  add(event: CapturedEvent): void {
    const bytes = sizeOf(event);
    if (this.#events.length > 0 && (this.#bytes + bytes > BATCH_BYTES || this.#events.length >= MAX_BATCH_EVENTS)) {
      this.#onDue();
    }
    // A page that was frozen may hand over what is older than the log takes: it is told as late as allowed.
    this.#events.push(event.t < this.#earliestT ? { ...event, t: this.#earliestT } : event);
    this.#bytes += bytes;
    if (isAnswer(event)) this.#answers++;
    if (this.#events.length >= BATCH_EVENTS) this.#onDue();
  }

  /** Moves what waits forward in time, in ms. */
  shift(ms: number): void {
    this.#events = this.#events.map((event) => ({ ...event, t: event.t + ms }));
    this.#earliestT += ms;
  }

  /** Nothing comes out that the log would refuse behind an event at `lastT`, in ms. */
  notBefore(lastT: number): void {
    this.#earliestT = Math.max(this.#earliestT, lastT - MAX_BACKSTEP_MS);
    this.#events = this.#events.map((event) => event.t < this.#earliestT ? { ...event, t: this.#earliestT } : event);
  }

  /** Takes out what waits, sorted; null where there is nothing. */
  take(): CapturedEvent[] | null {
    if (this.#events.length === 0) return null;
    const events = this.#events.sort((a, b) => a.t - b.t);
    this.#events = [];
    this.#bytes = 0;
    this.#answers = 0;
    this.#earliestT = Math.max(this.#earliestT, events[events.length - 1].t - MAX_BACKSTEP_MS);
    return events;
  }
}

/** Whether an event is a part of an answer. */
export function isAnswer(event: CapturedEvent): boolean {
  return event.type === "answer_edit" || event.type === "answer_select";
}

/** UTF-8 bytes of an event's JSON: exact where it carries texts, a bound where it carries numbers. */
function sizeOf(event: CapturedEvent): number {
  if (isAnswer(event) || event.type === "capture_start") {
    return new TextEncoder().encode(JSON.stringify(event)).length + 1;
  }
  return event.type === "mouse_data" ? 120 + 32 * event.points.length : 160;
}
