import type { NewEntry } from "../log/entry.ts";

/** Times of an attempt that decide which edits count, followed through its log. */
export class EditClock {
  #startedAt = 0;
  #deadline = Infinity;
  #isStopped = false;

  /** Starts in the middle of a log, from a snapshot. */
  begin(startedAt: number, deadline: number, isStopped: boolean): void {
    this.#startedAt = startedAt;
    this.#deadline = deadline;
    this.#isStopped = isStopped;
  }

  /** Takes note of a control entry. */
  follow(entry: NewEntry): void {
    if (entry.kind === "started") this.#startedAt = entry.received_at;
    if (entry.kind === "paused" || entry.kind === "locked") this.#isStopped = true;
    if (entry.kind === "resumed" || entry.kind === "released") this.#isStopped = false;
    if (entry.kind !== "batch" && "deadline" in entry) this.#deadline = entry.deadline;
  }

  /**
   * Attempt time after which the edits of a batch that arrived at `receivedAt` do not count any more, ms: infinite before
   * the deadline, later only what happened by then counts.
   */
  untilT(receivedAt: number): number {
    const isInTime = this.#isStopped || receivedAt <= this.#deadline;
    return isInTime ? Infinity : this.#deadline - this.#startedAt;
  }
}
