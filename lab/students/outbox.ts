import type { CapturedEvent } from "../../protocol/events.ts";

/** A batch that is not acknowledged yet. */
export interface HeldBatch {
  seq: number;
  events: readonly CapturedEvent[];
  /** When it last went out, on the caller's clock, ms; null while it waits. */
  sentMs: number | null;
}

/** How a client's outbox and the server's log fit together after a welcome. */
export type Fit =
  /** The server has what was acknowledged, and perhaps more of what was sent. */
  | "fits"
  /** The log holds other batches under these numbers: the outbox was renumbered after them. */
  | "renumbered"
  /** The server has forgotten a batch that it acknowledged. */
  | "lost";

/**
 * What a student has captured and the server has not acknowledged, numbered from 1 without gaps. Pure: the caller
 * sends what {@link Outbox.take} gives and says what came back.
 */
export class Outbox {
  #held: HeldBatch[] = [];
  #nextSeq = 1;
  #waiting = 0;
  #acknowledged = 0;
  readonly #hash: (events: readonly CapturedEvent[]) => string;

  /** @param hash Of a batch's canonical events, as `welcome.last_hash` has it. */
  constructor(hash: (events: readonly CapturedEvent[]) => string) {
    this.#hash = hash;
  }

  /** Highest acknowledged number; 0 for none. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Batches that are not acknowledged. */
  get size(): number {
    return this.#held.length;
  }

  /** Numbers a batch and keeps it. @returns Its number. */
  add(events: readonly CapturedEvent[]): number {
    const seq = this.#nextSeq++;
    this.#held.push({ seq, events, sentMs: null });
    return seq;
  }

  /**
   * The next batch to send, or null where none waits or `most` are under way already.
   *
   * @param nowMs When it goes out.
   */
  take(nowMs: number, most: number): HeldBatch | null {
    if (this.#waiting >= this.#held.length || this.#waiting >= most) return null;
    const batch = this.#held[this.#waiting++];
    batch.sentMs = nowMs;
    return batch;
  }

  /** The server has every batch up to this number. @returns Those that were held. */
  acked(seq: number): HeldBatch[] {
    const count = this.#held.findIndex((batch) => batch.seq > seq);
    const gone = this.#held.splice(0, count === -1 ? this.#held.length : count);
    this.#waiting = Math.max(0, this.#waiting - gone.length);
    this.#acknowledged = Math.max(this.#acknowledged, seq);
    return gone;
  }

  /** The server wants this number next: it and all after it go out again. */
  rewind(seq: number): void {
    const index = this.#held.findIndex((batch) => batch.seq >= seq);
    this.#waiting = index === -1 ? this.#held.length : index;
  }

  /** The log holds other content: everything held is numbered anew after `lastSeq`. */
  renumber(lastSeq: number): void {
    this.#nextSeq = lastSeq + 1;
    for (const batch of this.#held) batch.seq = this.#nextSeq++;
    this.#waiting = 0;
  }

  /**
   * A connection begins: compares with what the server has and drops what it has.
   *
   * @param lastHash The hash of the server's batch `lastSeq`; null where there is none.
   * @param onStored Told of each batch that turns out to be stored without an ack having come through.
   */
  welcomed(lastSeq: number, lastHash: string | null, onStored: (batch: HeldBatch) => void): Fit {
    if (lastSeq < this.#acknowledged) return "lost";
    this.#waiting = 0;
    const last = this.#held.find((batch) => batch.seq === lastSeq);
    if (last !== undefined && this.#hash(last.events) === lastHash) {
      for (const batch of this.acked(lastSeq)) onStored(batch);
      return "fits";
    }
    if (lastSeq === this.#acknowledged) return "fits";
    this.renumber(lastSeq);
    return "renumbered";
  }
}
