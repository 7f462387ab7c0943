import { Refusal } from "./errors.ts";
import { said } from "../words/refusal.ts";

/** Sockets by address: a hall of students has one, a flood has one as well. */
export class SocketLimits {
  #most: number;
  #open = new Map<string, number>();
  #all = 0;

  /** @param most Sockets of one address, at most. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Sockets that are open. */
  get size(): number {
    return this.#all;
  }

  /**
   * Takes a place, which the caller gives back.
   *
   * @throws {Refusal} `rate_limited`
   */
  take(address: string): SocketPlace {
    const open = this.#open.get(address) ?? 0;
    if (open >= this.#most) {
      throw new Refusal("rate_limited", said("too_many_sockets", { most: this.#most }));
    }
    this.#open.set(address, open + 1);
    this.#all++;
    return new SocketPlace(() => this.#giveBack(address));
  }

  #giveBack(address: string): void {
    this.#all--;
    const left = (this.#open.get(address) ?? 1) - 1;
    if (left > 0) this.#open.set(address, left);
    else this.#open.delete(address);
  }
}

/** One socket's place, given back once: at the end of its `using` block, or when the socket that holds it closes. */
class SocketPlace implements Disposable {
  #giveBack: () => void;
  #isHeld = false;

  constructor(giveBack: () => void) {
    this.#giveBack = giveBack;
  }

  /** Leaves the place to a socket. */
  holdUntilClosed(socket: EventTarget): void {
    this.#isHeld = true;
    socket.addEventListener("close", this.#giveBack, { once: true });
  }

  [Symbol.dispose](): void {
    if (!this.#isHeld) this.#giveBack();
  }
}
