import type { ErrorRates, Rate, SignalErrors } from "../../scoring/error_rates.ts";
import { SIGNALS } from "../../scoring/weights.ts";
import type { Metric } from "./metric.ts";

type Figure = Pick<Metric, "task" | "metric" | "value" | "ci_low" | "ci_high" | "n">;

/** Digits behind the point, as in the table of docs/scoring.md. */
const DIGITS = 3;

/**
 * The error rates of each signal out of an evaluation's figures, as the server tells them beside a score; null for a signal that
 * the evaluation has no figures of, since no recording holds what it looks at.
 *
 * @throws {RangeError} If there are figures of no signal, or half of one's.
 */
export function errorRatesOf(figures: readonly Figure[]): ErrorRates {
  const rate = (metric: string): Rate | null => {
    const found = figures.find((one) => one.task === "people" && one.metric === metric);
    if (found === undefined) return null;
    const { value, ci_low, ci_high, n } = found;
    return { value: rounded(value), ci_low: rounded(ci_low), ci_high: rounded(ci_high), n };
  };
  const errors = (name: string): SignalErrors | null => {
    const speaks = rate(`${name}_speaks`);
    const lifts_alone = rate(`${name}_lifts_alone`);
    if (speaks !== null && lifts_alone !== null) return { speaks, lifts_alone };
    if (speaks === null && lifts_alone === null) return null;
    throw new RangeError(`Cannot tell error rates: there is half of the figures of ${name}`);
  };
  const rates = Object.fromEntries(SIGNALS.map(({ name }) => [name, errors(name)]));
  if (Object.values(rates).every((one) => one === null)) {
    throw new RangeError("Cannot tell error rates: there are figures of no signal");
  }
  return rates;
}

/** The file of the error rates, as it is written. */
export function errorRatesFile(figures: readonly Figure[]): string {
  return `${JSON.stringify(errorRatesOf(figures))}\n`;
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
