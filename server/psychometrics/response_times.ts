import { chiSquaredTail, normalUpperTail } from "./distributions.ts";

/** A question's times in the lognormal model (van der Linden 2006): log time is normal about `beta` less the person's speed. */
export interface TimeParameters {
  /** One over the standard deviation of log times. */
  alpha: number;
  /** Time intensity: mean log time of a person of speed 0, log seconds. */
  beta: number;
}

/** Log seconds in the order of the questions; null where there is none. */
export type LogTimes = readonly (number | null)[];

/** Speed by maximum likelihood: how much shorter a person's log times are than the questions'. NaN without any time. */
export function speedOf(items: readonly TimeParameters[], times: LogTimes): number {
  let [sum, weight] = [0, 0];
  items.forEach(({ alpha, beta }, index) => {
    const time = times[index];
    if (time === null) return;
    sum += alpha ** 2 * (beta - time);
    weight += alpha ** 2;
  });
  return sum / weight;
}

/** Log times less what the model expects at a person's own speed, in standard deviations; negative for fast. */
export function timeResiduals(items: readonly TimeParameters[], times: LogTimes): (number | null)[] {
  const speed = speedOf(items, times);
  return items.map(({ alpha, beta }, index) => {
    const time = times[index];
    return time === null ? null : alpha * (time - beta + speed);
  });
}

/**
 * Whether a person's times follow the questions' at all: the sum of squared residuals, chi-squared with one degree of freedom
 * less than there are times (Sinharay 2018).
 */
export function timeFit(items: readonly TimeParameters[], times: LogTimes): { value: number; p: number } {
  const residuals = timeResiduals(items, times).filter((residual) => residual !== null);
  const value = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  return { value, p: chiSquaredTail(value, residuals.length - 1) };
}

/**
 * Whether a person was fast just where they were right against expectation: the sum of residuals of right answers, each
 * weighted by how unexpected it was, in standard deviations; high for fast and right.
 *
 * Given ability and speed, times and correctness are independent (van der Linden 2007). So with weights from correctness alone
 * this is standard normal for a person who knew nothing beforehand. The speed is estimated from the same times:
 * what it takes up of the sum is taken off the variance.
 *
 * @param weights For each question: the chance of a wrong answer where it was right, else 0.
 * @returns NaN where nothing was right against expectation.
 */
export function fastAndRight(
  items: readonly TimeParameters[],
  times: LogTimes,
  weights: readonly number[],
): { value: number; p: number } {
  let [sum, own, shared, all] = [0, 0, 0, 0];
  timeResiduals(items, times).forEach((residual, index) => {
    if (residual === null) return;
    const { alpha } = items[index];
    sum -= weights[index] * residual;
    own += weights[index] ** 2;
    shared += weights[index] * alpha;
    all += alpha ** 2;
  });
  const variance = own - shared ** 2 / all;
  const value = variance > 1e-12 ? sum / Math.sqrt(variance) : NaN;
  return { value, p: normalUpperTail(value) };
}
