import type { FeatureInterval } from "../../protocol/features.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { FeatureTracker } from "./feature_tracker.ts";
import { namedFeatures } from "./feature_values.ts";

/** How an attempt is cut into intervals, in seconds. */
export interface IntervalOptions {
  /** Every interval ends one look at the window behind it; 30 s when absent. */
  intervalSeconds?: number;
  /** Length of the rolling window; 300 s when absent, as the live rules have it. */
  windowSizeSeconds?: number;
  /** Intervals at most: what comes after them is left out. When absent, more than 8,640 are refused. */
  most?: number;
}

/** The interval and window that are meant when nobody says another. */
export const USUAL_INTERVAL_SECONDS = 30;
export const USUAL_WINDOW_SECONDS = 300;

/** More intervals than this are no answer anybody reads; a day at ten seconds. */
export const MOST_INTERVALS = 8_640;
/**
 * A longer time without any event is left out but for the window behind its begin, in ms: nobody sits that long without one,
 * and a time that somebody made up must not cost more than another.
 */
const LONGEST_GAP_MS = 8 * 3_600_000;
/** Buckets in a window: its begin is exact to a sixtieth of its length. */
const BUCKETS = 60;

/** The window behind the end of an interval. */
interface IntervalWindow {
  startMs: number;
  endMs: number;
  windowMs: number;
  /** Good until the next interval. */
  tracker: FeatureTracker;
}

/**
 * Runs over events and stops at the end of every interval, from the first event's to the last's. Intervals begin at
 * multiples of their length; the last ends at the last event.
 *
 * @param events Sorted by `t`, except for the 5 s that the protocol allows between batches.
 * @throws {RangeError} If an interval or window is not positive, or there would be more than 8,640 intervals.
 */
export function* intervalsOf(events: Iterable<ScorableEvent>, options: IntervalOptions): Generator<IntervalWindow> {
  const { intervalSeconds = USUAL_INTERVAL_SECONDS, windowSizeSeconds = USUAL_WINDOW_SECONDS, most } = options;
  requireIntervals(options);
  const intervalMs = intervalSeconds * 1_000;
  const windowMs = windowSizeSeconds * 1_000;
  const tracker = new FeatureTracker(Math.max(1, Math.ceil(windowMs / BUCKETS)), BUCKETS);
  let interval = -1;
  let intervals = 0;
  let lastMs = 0;
  let lastT = 0;
  for (const event of events) {
    if (interval < 0) interval = Math.floor(event.t / intervalMs);
    const isGap = event.t - lastT > LONGEST_GAP_MS;
    while (event.t >= (interval + 1) * intervalMs) {
      if (isGap && interval * intervalMs > lastT + windowMs) {
        interval = Math.floor(event.t / intervalMs);
        break;
      }
      if (++intervals > (most ?? MOST_INTERVALS)) {
        if (most !== undefined) return;
        throw tooMany(intervalSeconds);
      }
      const endMs = (interval + 1) * intervalMs;
      tracker.advance(Math.ceil(endMs) - 1);
      yield { startMs: interval * intervalMs, endMs, windowMs, tracker };
      interval++;
    }
    tracker.observe(event);
    lastT = event.t;
    lastMs = Math.max(lastMs, event.type === "idle" ? event.t + event.duration : event.t);
  }
  if (interval < 0) return;
  tracker.advance(Math.min(lastMs, Math.ceil((interval + 1) * intervalMs) - 1));
  yield { startMs: interval * intervalMs, endMs: (interval + 1) * intervalMs, windowMs, tracker };
}

/**
 * Requires intervals of some length, and that an attempt has no endless list of them.
 *
 * @param lengthMs How long the attempt is meant to be, ms.
 * @throws {RangeError} If an interval or window is not positive, or there would be more than 8,640 intervals.
 */
export function requireIntervals({ intervalSeconds, windowSizeSeconds }: IntervalOptions, lengthMs = 0): void {
  const [interval, window] = [intervalSeconds ?? USUAL_INTERVAL_SECONDS, windowSizeSeconds ?? USUAL_WINDOW_SECONDS];
  if (!(interval > 0) || !(window > 0)) {
    throw new RangeError(
      `Cannot cut into intervals: interval and window must be positive, got ${interval} s and ${window} s`,
    );
  }
  if (lengthMs / 1_000 / interval > MOST_INTERVALS) throw tooMany(interval);
}

function tooMany(intervalSeconds: number): RangeError {
  return new RangeError(`Cannot cut into intervals: more than ${MOST_INTERVALS} of ${intervalSeconds} s each`);
}

/**
 * All features of every interval, by name; null where there is no evidence. What `/features/extract` answers.
 *
 * @throws {RangeError} As {@link intervalsOf}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const [first] = extractFeatures([{ type: "keystroke_data", key: "letter", dwell: 80, flight: null, t: 500 }], {});
 * assert.equal(first.features.mean_dwell, 80);
 * ```
 */
export function extractFeatures(events: Iterable<ScorableEvent>, options: IntervalOptions): FeatureInterval[] {
  const intervals: FeatureInterval[] = [];
  for (const { startMs, endMs, tracker } of intervalsOf(events, options)) {
    intervals.push({ interval_start: startMs, interval_end: endMs, features: namedFeatures(tracker.read()) });
  }
  return intervals;
}
