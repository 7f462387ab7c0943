import { intervalsOf } from "../../scoring/features/extract.ts";
import { FEATURE_INDEX, FEATURES } from "../../scoring/features/catalogue.ts";
import type { LabelledSitting } from "./labelled_sittings.ts";

/** One interval of a sitting. */
export interface IntervalExample extends Pick<LabelledSitting, "kind" | "isRecorded" | "outputs"> {
  /** In the catalogue's order, NaN where there is no evidence. */
  features: Float64Array;
}

/** Five minutes are looked at, as live; every other half of them is an example. */
const WINDOW_SECONDS = 300;
const STEP_SECONDS = 150;
const SCRIPT = 2;

/**
 * Intervals of a sitting. One in which nothing of what makes the sitting extraordinary happened is an ordinary one: no
 * paste and no time away. A script is at work all the time.
 */
export function intervalExamples({ kind, isRecorded, outputs, events }: LabelledSitting): IntervalExample[] {
  const examples: IntervalExample[] = [];
  const windows = { intervalSeconds: STEP_SECONDS, windowSizeSeconds: WINDOW_SECONDS };
  for (const { tracker } of intervalsOf(events, windows)) {
    const features = Float64Array.from(tracker.read());
    const happened = outputs[SCRIPT] > 0 || features[FEATURE_INDEX.paste_events] > 0 ||
      features[FEATURE_INDEX.total_blur_duration] > 0;
    examples.push({ kind, isRecorded, outputs: happened ? outputs : outputs.map(() => 0), features });
  }
  return examples;
}

/** The same interval as it would be of somebody who uses no pointer, as nobody's is recorded here. */
export function withoutPointer(example: IntervalExample): IntervalExample {
  const features = Float64Array.from(example.features);
  FEATURES.forEach(({ category }, index) => {
    if (category === "mouse") features[index] = NaN;
  });
  return { ...example, features };
}
