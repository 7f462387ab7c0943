import { z } from "zod";
import rates from "./models/data/error_rates.json" with { type: "json" };

/** A share of recorded people, with its interval of 95 %. */
const Rate = z.strictObject({ value: z.number(), ci_low: z.number(), ci_high: z.number(), n: z.int() });
export type Rate = z.infer<typeof Rate>;

/** How often a signal was wrong about people whose sittings were recorded and in which nothing had happened. */
export const SignalErrors = z.strictObject({
  speaks: Rate.describe("It said something at all"),
  lifts_alone: Rate.describe("It would have lifted the risk above Low by itself"),
});
export type SignalErrors = z.infer<typeof SignalErrors>;

/** Published error rates by the name of the signal; null where no recording holds what the signal looks at. */
export const ErrorRates = z.record(z.string(), SignalErrors.nullable());
export type ErrorRates = z.infer<typeof ErrorRates>;

/** The error rates that docs/scoring.md publishes: made with its table by `deno task figures`, and typed in by nobody. */
export const ERROR_RATES: ErrorRates = ErrorRates.parse(rates);

/** Recorded sittings that error rates rest on. */
export function sittingsMeasured(rates: ErrorRates): number {
  return Math.max(0, ...Object.values(rates).map((errors) => errors?.speaks.n ?? 0));
}
