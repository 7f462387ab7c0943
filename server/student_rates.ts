import { LRU } from "tiny-lru";
import { type MessageLimits, MessageRate } from "./message_rate.ts";

/** Students whose rates are held in memory, at most; who has not sent for longest is forgotten, and begins anew. */
const MOST_STUDENTS = 20_000;

/** One rate per attempt, whichever way its student sends: by sockets, one after the other, and by REST. */
export class StudentRates {
  readonly #limits: MessageLimits;
  readonly #now: () => number;
  readonly #rates = new LRU<MessageRate>(MOST_STUDENTS);

  /** @param now ms of a clock that only goes forward. */
  constructor(limits: MessageLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** The rate of an attempt's student. */
  of(attemptId: string): MessageRate {
    const known = this.#rates.get(attemptId);
    if (known !== undefined) return known;
    const rate = new MessageRate(this.#limits, this.#now());
    this.#rates.set(attemptId, rate);
    return rate;
  }

  /** Counts answers to questions that an attempt's student was sent: the one thing of theirs that grows large. */
  sent(attemptId: string, characters: number): void {
    this.of(attemptId).chargeAnswered(characters, this.#now());
  }
}
