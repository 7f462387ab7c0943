import type { EditTimes } from "../store/snapshot_store.ts";
import type { Action } from "./interventions.ts";

/** Times of an attempt that decide which edits count, followed through its log. */
export class EditClock {
  #startedAt = 0;
  #deadline = Infinity;
  #isStopped = false;

  /** Takes note of what was done to the attempt. */
  follow(action: Action): void {
    if (action.kind === "started") this.#startedAt = action.received_at;
    if (action.kind === "paused" || action.kind === "locked") this.#isStopped = true;
    if (action.kind === "resumed" || action.kind === "released") this.#isStopped = false;
    if ("deadline" in action) this.#deadline = action.deadline;
  }

  /**
   * Attempt time after which the edits of a batch that arrived at `receivedAt` do not count any more, ms: infinite before
   * the deadline, later only what happened by then counts.
   */
  untilT(receivedAt: number): number {
    const isInTime = this.#isStopped || receivedAt <= this.#deadline;
    return isInTime ? Infinity : this.#deadline - this.#startedAt;
  }

  /** The times, to go on from in {@link restore}. */
  toTimes(): EditTimes {
    const deadline = this.#deadline === Infinity ? null : this.#deadline;
    return { startedAt: this.#startedAt, deadline, isStopped: this.#isStopped };
  }

  /** Takes over times from a snapshot. */
  restore({ startedAt, deadline, isStopped }: EditTimes): void {
    this.#startedAt = startedAt;
    this.#deadline = deadline ?? Infinity;
    this.#isStopped = isStopped;
  }
}
