import { Refusal } from "./errors.ts";

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
   * Counts a socket.
   *
   * @returns A function that counts it out again.
   * @throws {Refusal} `rate_limited`
   */
  take(address: string): () => void {
    const open = this.#open.get(address) ?? 0;
    if (open >= this.#most) {
      throw new Refusal("rate_limited", `${this.#most} sockets of this address are open already.`);
    }
    this.#open.set(address, open + 1);
    this.#all++;
    let isOut = false;
    return () => {
      if (isOut) return;
      isOut = true;
      this.#all--;
      const left = (this.#open.get(address) ?? 1) - 1;
      if (left > 0) this.#open.set(address, left);
      else this.#open.delete(address);
    };
  }
}
