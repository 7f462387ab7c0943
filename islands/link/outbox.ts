import type { CapturedEvent } from "../../protocol/events.ts";
import { isAnswer } from "./batcher.ts";

/** A batch that the server has not acknowledged yet. */
export interface HeldBatch {
  seq: number;
  /** The wall clock when it was closed, ms since 1970. */
  sentAt: number;
  /** Replaced as a whole where they move in time; the list itself never changes. */
  events: CapturedEvent[];
}

/** Batches that may be on their way at once. */
const WINDOW_BATCHES = 8;

/**
 * The numbered batches of an attempt that are not acknowledged yet: what to send next, what may be dropped, and
 * what to do when the server has another idea of the numbers. No clock, no network, no disk: those call it.
 *
 * After each connect only one batch is on its way until one is acknowledged that the server did not have before.
 * Only then is it certain that nobody else has written under these numbers; until then a batch behind a refused
 * one could be taken in its place, and be stored twice.
 */
export class Outbox {
  #held: HeldBatch[];
  #nextSeq: number;
  readonly #counts = new WeakMap<HeldBatch, number>();
  /** First seq that was not sent on this connection. */
  #cursor = 0;
  /** An ack above this number says that the numbers are ours alone on this connection. */
  #confirmAbove = 0;
  #isConfirmed = false;
  #wanted: number | null = null;

  /**
   * @param held What an earlier page left, in any order.
   * @param lastSeq The highest number known to be used, 0 for none.
   */
  constructor(held: readonly HeldBatch[] = [], lastSeq = 0) {
    this.#held = [...held].sort((a, b) => a.seq - b.seq);
    this.#nextSeq = Math.max(lastSeq, this.#held.at(-1)?.seq ?? 0) + 1;
  }

  /** What is held, in order. */
  get held(): readonly HeldBatch[] {
    return this.#held;
  }

  /** Number that the next batch will get. */
  get nextSeq(): number {
    return this.#nextSeq;
  }

  /** How many answer events are held. */
  get answers(): number {
    return this.#held.reduce((sum, batch) => sum + this.#answersOf(batch), 0);
  }

  #answersOf(batch: HeldBatch): number {
    let count = this.#counts.get(batch);
    if (count === undefined) this.#counts.set(batch, count = batch.events.filter(isAnswer).length);
    return count;
  }

  /** Numbers a batch and holds it. */
  seal(events: CapturedEvent[], sentAt: number): HeldBatch {
    const batch = { seq: this.#nextSeq++, sentAt, events };
    this.#held.push(batch);
    return batch;
  }

  /**
   * The server said hello.
   *
   * @param lastSeq Highest stored batch.
   * @param isOurs Whether `last_hash` is the hash of the batch that is held under `lastSeq`; null where that
   * cannot be told. Only when true is anything dropped: otherwise it is sent again, which changes nothing.
   * @returns Numbers of what was dropped or renumbered, for the disk.
   */
  welcome(lastSeq: number, isOurs: boolean | null): OutboxChange {
    this.#doubt(lastSeq);
    this.#wanted = null;
    if (isOurs === true) this.#held = this.#held.filter((batch) => batch.seq > lastSeq);
    this.#cursor = this.#held[0]?.seq ?? lastSeq + 1;
    if (this.#held.length === 0) {
      this.#nextSeq = lastSeq + 1;
      return { dropThrough: lastSeq };
    }
    // The server lost what it had acknowledged (a restored backup): the numbers go on where it stands.
    if (this.#held[0].seq > lastSeq + 1) return this.#renumber(lastSeq + 1);
    return isOurs === true ? { dropThrough: lastSeq } : {};
  }

  /**
   * The batch to send now, or null while the window is full or nothing is held. It counts as sent.
   *
   * @param isReady Whether a batch may leave; none behind it leaves before it does.
   */
  next(isReady: (batch: HeldBatch) => boolean = () => true): HeldBatch | null {
    const batch = this.#held.find((held) => held.seq >= this.#cursor);
    if (batch === undefined || !isReady(batch)) return null;
    const onTheWay = this.#held.filter((held) => held.seq < this.#cursor).length;
    if (onTheWay >= (this.#isConfirmed ? WINDOW_BATCHES : 1)) return null;
    this.#cursor = batch.seq + 1;
    return batch;
  }

  /** A batch, and every one before it, is on the server's disk. */
  ack(seq: number): OutboxChange {
    // An answer to what was never sent here confirms nothing.
    if (seq >= this.#cursor) return {};
    this.#isConfirmed ||= seq > this.#confirmAbove;
    this.#wanted = null;
    this.#held = this.#held.filter((batch) => batch.seq > seq);
    return { dropThrough: seq };
  }

  /** The server wants another batch next. */
  expected(seq: number): OutboxChange {
    // Each batch on the way behind a gap is answered so; the first answer is enough.
    if (this.#wanted === seq) return {};
    this.#wanted = seq;
    const first = this.#held[0]?.seq;
    if (first === undefined) {
      this.#nextSeq = Math.max(seq, 1);
      return {};
    }
    this.#doubt(seq - 1);
    if (seq >= first) {
      this.#cursor = Math.min(seq, this.#nextSeq);
      return {};
    }
    return this.#renumber(seq);
  }

  /**
   * Another device wrote other events under a number that is held: everything from there gets the numbers
   * after `lastSeq`.
   *
   * @param shiftMs Added to each moved event's `t`, so that they do not lie before what is stored.
   */
  conflict(seq: number, lastSeq: number, shiftMs: number): OutboxChange {
    this.#doubt(lastSeq);
    this.#wanted = null;
    // What is before the conflict was acknowledged in effect: the server went through it in order.
    this.#held = this.#held.filter((batch) => batch.seq >= seq);
    if (shiftMs > 0) {
      for (const batch of this.#held) {
        batch.events = batch.events.map((event) => ({ ...event, t: event.t + shiftMs }));
      }
    }
    if (this.#held.length === 0) {
      this.#nextSeq = lastSeq + 1;
      return {};
    }
    return this.#renumber(lastSeq + 1);
  }

  #doubt(lastSeq: number): void {
    this.#isConfirmed = false;
    this.#confirmAbove = lastSeq;
  }

  /** Numbers everything held from here, and sends it anew. */
  #renumber(from: number): OutboxChange {
    this.#cursor = from;
    this.#nextSeq = from;
    for (const batch of this.#held) batch.seq = this.#nextSeq++;
    return { isRenumbered: true };
  }
}

/** What a step means for the copy on disk. */
export interface OutboxChange {
  /** Everything up to here can go. */
  dropThrough?: number;
  /** Everything held has to be written anew. */
  isRenumbered?: boolean;
}
