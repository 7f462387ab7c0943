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

/** Published error rates by the name of the signal. */
export const ErrorRates = z.record(z.string(), SignalErrors);
export type ErrorRates = z.infer<typeof ErrorRates>;

/**
 * Signals of which recorded sittings say nothing: no public set of recordings has people who leave the page, or second screens. Their
 * rates of 0 are of people who could do neither; they were checked on simulated sittings alone.
 */
export const NOT_ON_RECORDINGS: ReadonlySet<string> = new Set(["away", "display"]);

/** The error rates that docs/scoring.md publishes: made with its table by `deno task figures`, and typed in by nobody. */
export const ERROR_RATES: ErrorRates = ErrorRates.parse(rates);
