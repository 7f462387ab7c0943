import type { ErrorRates, Rate } from "../../scoring/error_rates.ts";
import { SIGNALS } from "../../scoring/weights.ts";
import type { Metric } from "./metric.ts";

type Figure = Pick<Metric, "task" | "metric" | "value" | "ci_low" | "ci_high" | "n">;

/** Digits behind the point, as in the table of docs/scoring.md. */
const DIGITS = 3;

/**
 * The error rates of each signal out of an evaluation's figures, as the server tells them beside a score.
 *
 * @throws {RangeError} If a signal's figures are not among them: no signal goes without.
 */
export function errorRatesOf(figures: readonly Figure[]): ErrorRates {
  const rate = (metric: string): Rate => {
    const found = figures.find((one) => one.task === "people" && one.metric === metric);
    if (found === undefined) throw new RangeError(`Cannot tell error rates: there is no figure ${metric}`);
    const { value, ci_low, ci_high, n } = found;
    return { value: rounded(value), ci_low: rounded(ci_low), ci_high: rounded(ci_high), n };
  };
  return Object.fromEntries(
    SIGNALS.map(({ name }) => [name, { speaks: rate(`${name}_speaks`), lifts_alone: rate(`${name}_lifts_alone`) }]),
  );
}

/** The file of the error rates, as it is written. */
export function errorRatesFile(figures: readonly Figure[]): string {
  return `${JSON.stringify(errorRatesOf(figures))}\n`;
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
