import { isAnswerEvent } from "../../protocol/items/answer_sheet.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import type { EditTimes } from "../store/snapshot_store.ts";
import type { Action } from "./interventions.ts";

/** Stops that are told apart. Of more, those with the least time between them are one: what lies there does not count either. */
const MOST_STOPS = 20;

/**
 * A page's clock may run behind the server's by as much, ms: what is typed right after a pause has its `t` in the last moment
 * of it, and counts. Of a short pause that is its second half, so that none is writing time from end to end.
 */
const BEHIND_MS = 3_000;

/** A time in which an attempt was paused or locked, server time in ms; `to` is null while it lasts. */
interface Stop {
  from: number;
  to: number | null;
}

/** Times of an attempt that decide which edits count, followed through its log. */
export class EditClock {
  #startedAt = 0;
  #deadline = Infinity;
  #isStopped = false;
  #stops: Stop[] = [];

  /** Takes note of what was done to the attempt. */
  follow(action: Action): void {
    const at = action.received_at;
    if (action.kind === "started") this.#startedAt = at;
    // Nothing counts that lies before the student was let in, its first moment included.
    if (action.kind === "started" && action.waits) this.#stop(at - 1);
    if ((action.kind === "paused" || action.kind === "locked") && !this.#isStopped) this.#stop(at);
    if (action.kind === "resumed" || action.kind === "released" || action.kind === "admitted") {
      this.#isStopped = false;
      this.#stops = this.#stops.map((stop) => stop.to === null ? { ...stop, to: at } : stop);
    }
    if ("deadline" in action) this.#deadline = action.deadline;
  }

  #stop(from: number): void {
    this.#isStopped = true;
    this.#stops = withinBounds([...this.#stops, { from, to: null }]);
  }

  /**
   * Attempt time after which the edits of a batch that arrived at `receivedAt` do not count any more, ms: infinite before
   * the deadline, later only what happened by then counts.
   */
  untilT(receivedAt: number): number {
    const isInTime = this.#isStopped || receivedAt <= this.#deadline;
    return isInTime ? Infinity : this.#deadline - this.#startedAt;
  }

  /** When the attempt last stood still or ran out of time, server time in ms: what is under way then is from before. */
  lastEnd(now: number): number {
    const stop = this.#stops.at(-1)?.from ?? -Infinity;
    return !this.#isStopped && now > this.#deadline ? Math.max(stop, this.#deadline) : stop;
  }

  /**
   * Which edits and choices of a batch are evidence alone: those of a time in which the attempt stood still, and those from
   * after the deadline.
   *
   * @param isOverdue Whether what was under way when it last stood still must have arrived before: then nothing from before
   * counts any more, whatever its `t` says.
   * @returns Their indices.
   */
  keptOf(events: readonly CapturedEvent[], receivedAt: number, isOverdue: boolean): number[] {
    const untilT = this.untilT(receivedAt);
    const fromT = isOverdue ? this.lastEnd(receivedAt) - this.#startedAt : -1;
    if (untilT === Infinity && fromT === -1 && this.#stops.length === 0) return [];
    const kept: number[] = [];
    events.forEach((event, index) => {
      if (!isAnswerEvent(event)) return;
      if (event.t > untilT || event.t <= fromT || this.#stoodStillAt(event.t)) kept.push(index);
    });
    return kept;
  }

  #stoodStillAt(t: number): boolean {
    const at = this.#startedAt + t;
    return this.#stops.some(({ from, to }) => {
      if (at <= from || to === null) return at > from;
      return at < to - Math.min(BEHIND_MS, (to - from) / 2);
    });
  }

  /** The times, to go on from in {@link restore}. */
  toTimes(): EditTimes {
    const deadline = this.#deadline === Infinity ? null : this.#deadline;
    const stops = this.#stops.map(({ from, to }): [number, number | null] => [from, to]);
    return { startedAt: this.#startedAt, deadline, isStopped: this.#isStopped, stops };
  }

  /** Takes over times from a snapshot. */
  restore({ startedAt, deadline, isStopped, stops }: EditTimes): void {
    this.#startedAt = startedAt;
    this.#deadline = deadline ?? Infinity;
    this.#isStopped = isStopped;
    this.#stops = (stops ?? []).map(([from, to]) => ({ from, to }));
  }
}

/** As few stops as are remembered. The newest stays as it is, because what is under way is measured by when it began. */
function withinBounds(stops: readonly Stop[]): Stop[] {
  if (stops.length <= MOST_STOPS) return [...stops];
  const between = stops.slice(1, -1).map(({ from }, index) => from - (stops[index].to ?? from));
  const first = between.indexOf(Math.min(...between));
  const joined = { from: stops[first].from, to: stops[first + 1].to };
  return [...stops.slice(0, first), joined, ...stops.slice(first + 2)];
}
