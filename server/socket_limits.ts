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
    const place: SocketPlace = new SocketPlace(address, this.#now(), {
      spoke: () => void this.#silent.delete(place),
      seat: () => {
        if (of.seats >= this.#most) throw this.#full();
        of.waiting--;
        of.seats++;
      },
      leave: (hasSeat) => {
        this.#silent.delete(place);
        this.#all--;
        if (hasSeat) of.seats--;
        else of.waiting--;
        if (of.seats + of.waiting === 0) this.#addresses.delete(address);
      },
    });
    this.#silent.add(place);
    if (of.waiting > SILENT_OF_ADDRESS) this.#dropOldest((silent) => silent.address === address);
    else if (this.#silent.size > SILENT_OF_ALL) this.#dropOldest(() => true);
    return place;
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

/** What a place does to the counts. */
interface Counted {
  spoke(): void;
  seat(): void;
  leave(hasSeat: boolean): void;
}

/** One socket's place, from its upgrade to its end. */
export class SocketPlace implements Disposable {
  readonly #counted: Counted;
  #stage: "waiting" | "seated" | "left" = "waiting";
  #isHeld = false;
  /** Ends the socket that holds the place. */
  drop: () => void = () => this.leave();

  constructor(readonly address: string, readonly beganAt: number, counted: Counted) {
    this.#counted = counted;
  }

  /** Leaves the place to a socket, which can be dropped from then on. */
  holdFor(drop: () => void): void {
    this.#isHeld = true;
    this.drop = drop;
  }

  /** The socket has said hello: it is looked at, and not dropped for its silence. */
  spoke(): void {
    this.#counted.spoke();
  }

  /** The hello was good. @throws {Refusal} `rate_limited` where the address has no seat left. */
  seat(): void {
    if (this.#stage !== "waiting") return;
    this.#counted.seat();
    this.#stage = "seated";
  }

  /** The socket is over. */
  leave(): void {
    if (this.#stage === "left") return;
    const hasSeat = this.#stage === "seated";
    this.#stage = "left";
    this.#counted.leave(hasSeat);
  }

  /** At the end of a block in which no socket came to hold it. */
  [Symbol.dispose](): void {
    if (!this.#isHeld) this.leave();
  }
}
