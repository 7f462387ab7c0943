import { Refusal } from "./errors.ts";
import { said } from "../words/refusal.ts";

/** Sockets without a hello that an address, and all of them together, may have before the oldest have to go. */
const SILENT_OF_ADDRESS = 100;
const SILENT_OF_ALL = 1_000;

/** So long a socket may be silent whatever there is beside it, ms: a hello comes with the opening, over a slow line later. */
const HELLO_GRACE_MS = 2_000;

/** An address's sockets. */
interface Address {
  seats: number;
  waiting: number;
}

/**
 * Sockets by address. A hall of students has one, a flood has one as well: who has said hello has a seat, and there are
 * as many as a hall needs; who has said nothing only waits, takes no seat, and goes first.
 */
export class SocketLimits {
  readonly #most: number;
  readonly #now: () => number;
  readonly #addresses = new Map<string, Address>();
  /** Sockets that have said nothing, the oldest first. */
  readonly #silent = new Set<SocketPlace>();
  #all = 0;

  /**
   * @param most Seats of one address, and sockets that wait for one.
   * @param now ms of a clock that only goes forward.
   */
  constructor(most: number, now: () => number) {
    this.#most = most;
    this.#now = now;
  }

  /** Sockets that are open, with a seat or without. */
  get size(): number {
    return this.#all;
  }

  /**
   * A socket comes in. Its place is given back by whoever holds it.
   *
   * @throws {Refusal} `rate_limited` where the address has no seat left, or too many wait.
   */
  enter(address: string): SocketPlace {
    const of = this.#addresses.get(address) ?? { seats: 0, waiting: 0 };
    if (of.seats >= this.#most || of.waiting >= this.#most) throw this.#full();
    this.#addresses.set(address, of);
    of.waiting++;
    this.#all++;
    const place = new SocketPlace(this, of, address, this.#now());
    this.#silent.add(place);
    if (of.waiting > SILENT_OF_ADDRESS) this.#dropOldest((silent) => silent.address === address);
    else if (this.#silent.size > SILENT_OF_ALL) this.#dropOldest(() => true);
    return place;
  }

  /** A socket has said something. */
  spoke(place: SocketPlace): void {
    this.#silent.delete(place);
  }

  /** A socket that waited takes a seat. @throws {Refusal} `rate_limited` where the address has none left. */
  seat(of: Address): void {
    if (of.seats >= this.#most) throw this.#full();
    of.waiting--;
    of.seats++;
  }

  /** A socket goes, from its seat or from where it waited. */
  leave(place: SocketPlace, of: Address, hasSeat: boolean): void {
    this.#silent.delete(place);
    this.#all--;
    if (hasSeat) of.seats--;
    else of.waiting--;
    if (of.seats + of.waiting === 0) this.#addresses.delete(place.address);
  }

  #dropOldest(isMeant: (place: SocketPlace) => boolean): void {
    const before = this.#now() - HELLO_GRACE_MS;
    for (const place of this.#silent) {
      if (place.beganAt > before) return;
      if (isMeant(place)) return place.drop();
    }
  }

  #full(): Refusal {
    return new Refusal("rate_limited", said("too_many_sockets", { most: this.#most }));
  }
}

/** One socket's place, from its upgrade to its end. */
export class SocketPlace implements Disposable {
  readonly #limits: SocketLimits;
  readonly #of: Address;
  #stage: "waiting" | "seated" | "left" = "waiting";
  #end: (() => void) | null = null;

  constructor(limits: SocketLimits, of: Address, readonly address: string, readonly beganAt: number) {
    this.#limits = limits;
    this.#of = of;
  }

  /** Ends the socket that holds the place. */
  drop(): void {
    if (this.#end === null) this.leave();
    else this.#end();
  }

  /** Leaves the place to a socket, which can be dropped from then on. */
  holdFor(drop: () => void): void {
    this.#end = drop;
  }

  /** The socket has said hello: it is looked at, and not dropped for its silence. */
  spoke(): void {
    this.#limits.spoke(this);
  }

  /** The hello was good. @throws {Refusal} `rate_limited` where the address has no seat left. */
  seat(): void {
    if (this.#stage !== "waiting") return;
    this.#limits.seat(this.#of);
    this.#stage = "seated";
  }

  /** The socket is over. */
  leave(): void {
    if (this.#stage === "left") return;
    const hasSeat = this.#stage === "seated";
    this.#stage = "left";
    this.#limits.leave(this, this.#of, hasSeat);
  }

  /** At the end of a block in which no socket came to hold it. */
  [Symbol.dispose](): void {
    if (this.#end === null) this.leave();
  }
}
