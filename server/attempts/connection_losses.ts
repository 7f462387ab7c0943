import type { CapturedEvent } from "../../protocol/events.ts";
import type { Snapshot } from "../store/snapshot_store.ts";

type KeptLosses = NonNullable<Snapshot["losses"]>;

/** Spans of time in which a connection broke, at most; when there are more, each becomes twice as wide. */
const MOST_SPANS = 120;

const MINUTE_MS = 60_000;

/**
 * When the student's browser said that it had lost the network, by minutes of the attempt. It is bounded however often that
 * happens, and no part of a score.
 */
export class ConnectionLosses {
  #isOffline = false;
  #width = 1;
  /** Losses by span; null before the first, which most attempts never come to. */
  #counts: Map<number, number> | null = null;

  take(event: CapturedEvent): void {
    // A page that begins anew says again when it goes offline.
    if (event.type === "capture_start") this.#isOffline = false;
    if (event.type !== "connection_change") return;
    if (!event.online && !this.#isOffline) this.#note(Math.floor(event.t / MINUTE_MS / this.#width), 1);
    this.#isOffline = !event.online;
  }

  #note(span: number, count: number): void {
    const counts = this.#counts ??= new Map();
    counts.set(span, (counts.get(span) ?? 0) + count);
    if (counts.size <= MOST_SPANS) return;
    this.#width *= 2;
    this.#counts = null;
    for (const [narrow, of] of counts) this.#note(Math.floor(narrow / 2), of);
  }

  toKept(): KeptLosses {
    return { isOffline: this.#isOffline, width: this.#width, counts: [...this.#counts ?? []] };
  }

  restore({ isOffline, width, counts }: KeptLosses): void {
    this.#isOffline = isOffline;
    this.#width = width;
    this.#counts = counts.length === 0 ? null : new Map(counts);
  }
}

/** Losses by the minute that their span of time begins with. */
export function lossMinutes({ width, counts }: Pick<KeptLosses, "width" | "counts">): [number, number][] {
  return counts.map(([span, count]) => [span * width, count]);
}
