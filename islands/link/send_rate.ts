import type { LinkWorld } from "./link_world.ts";

const SECOND_MS = 1_000;

/** How many batches may go out in a second, and when the next ones may. */
export class SendRate {
  readonly #world: LinkWorld;
  readonly #mostInSecond: number;
  readonly #onNextSecond: () => void;
  #sent = 0;
  #beganAt = 0;
  #isWaiting = false;

  /** @param onNextSecond Called once the second is over in which one had to wait. */
  constructor(world: LinkWorld, mostInSecond: number, onNextSecond: () => void) {
    this.#world = world;
    this.#mostInSecond = mostInSecond;
    this.#onNextSecond = onNextSecond;
  }

  /** Whether another one may go out now; where not, the next second is told of. */
  mayGo(): boolean {
    const now = this.#world.now();
    if (now - this.#beganAt >= SECOND_MS) {
      this.#beganAt = now;
      this.#sent = 0;
    }
    if (this.#sent < this.#mostInSecond) return true;
    this.#wait(SECOND_MS - (now - this.#beganAt));
    return false;
  }

  /** One goes out. */
  count(): void {
    this.#sent++;
  }

  #wait(ms: number): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#world.after(ms, () => {
      this.#isWaiting = false;
      this.#onNextSecond();
    });
  }
}
