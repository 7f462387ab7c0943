import type { FeatureInterval } from "../../protocol/rest.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { FeatureTracker } from "./feature_tracker.ts";
import { namedFeatures } from "./feature_values.ts";

/** How an attempt is cut into intervals, in seconds. */
export interface IntervalOptions {
  /** Every interval ends one look at the window behind it; 30 s when absent. */
  intervalSeconds?: number;
  /** Length of the rolling window; 300 s when absent, as the live rules have it. */
  windowSizeSeconds?: number;
}

/** The interval and window that are meant when nobody says another. */
export const USUAL_INTERVAL_SECONDS = 30;
export const USUAL_WINDOW_SECONDS = 300;

/** More intervals than this are no answer anybody reads; a day at ten seconds. */
const MOST_INTERVALS = 8_640;
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
  const { intervalSeconds = USUAL_INTERVAL_SECONDS, windowSizeSeconds = USUAL_WINDOW_SECONDS } = options;
  if (!(intervalSeconds > 0) || !(windowSizeSeconds > 0)) {
    throw new RangeError(
      `Cannot cut into intervals: interval and window must be positive, got ${intervalSeconds} s and ${windowSizeSeconds} s`,
    );
  }
  const intervalMs = intervalSeconds * 1_000;
  const windowMs = windowSizeSeconds * 1_000;
  const tracker = new FeatureTracker(Math.max(1, Math.ceil(windowMs / BUCKETS)), BUCKETS);
  let interval = -1;
  let intervals = 0;
  let lastMs = 0;
  for (const event of events) {
    if (interval < 0) interval = Math.floor(event.t / intervalMs);
    while (event.t >= (interval + 1) * intervalMs) {
      if (++intervals > MOST_INTERVALS) {
        throw new RangeError(`Cannot cut into intervals: more than ${MOST_INTERVALS} of ${intervalSeconds} s each`);
      }
      const endMs = (interval + 1) * intervalMs;
      tracker.advance(Math.ceil(endMs) - 1);
      yield { startMs: interval * intervalMs, endMs, windowMs, tracker };
      interval++;
    }
    tracker.observe(event);
    lastMs = Math.max(lastMs, event.type === "idle" ? event.t + event.duration : event.t);
  }
  if (interval < 0) return;
  tracker.advance(Math.min(lastMs, Math.ceil((interval + 1) * intervalMs) - 1));
  yield { startMs: interval * intervalMs, endMs: (interval + 1) * intervalMs, windowMs, tracker };
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
