import { z } from "zod";
import { BatchEvents } from "./events.ts";

/** Of an interval, and of the window before it that is looked at. */
export const intervalSeconds = z.number().min(1).max(24 * 3_600);

export const ExtractFeaturesBody = z.union([
  z.strictObject({
    attempt_id: z.string().min(1).max(64),
    interval_seconds: intervalSeconds.optional(),
    window_size_seconds: intervalSeconds.optional(),
  }),
  z.strictObject({
    events: BatchEvents,
    interval_seconds: intervalSeconds.optional(),
    window_size_seconds: intervalSeconds.optional(),
  }),
]);
export const FeatureInterval = z.strictObject({
  interval_start: z.number().describe("Attempt time, ms"),
  interval_end: z.number(),
  features: z.record(z.string(), z.number().nullable()),
});
export type FeatureInterval = z.infer<typeof FeatureInterval>;
export const FeaturesAnswer = z.strictObject({ intervals: z.array(FeatureInterval) });
export const FeaturesTestAnswer = z.strictObject({ events: BatchEvents, intervals: z.array(FeatureInterval) });
