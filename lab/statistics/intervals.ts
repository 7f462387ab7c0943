import { createRandom } from "../../scoring/models/random.ts";

/** A 95 % confidence interval. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Percentile bootstrap over groups: items of one person, essay or session are drawn together, since they are not
 * independent (Efron and Tibshirani 1993; cluster bootstrap).
 *
 * @param groups Items, a list a group.
 * @param measure What is measured on a resample's items; resamples where it is NaN are left out.
 * @param seed Of the resampling.
 * @param rounds Resamples.
 */
export function bootstrapInterval<T>(
  groups: readonly (readonly T[])[],
  measure: (items: T[]) => number,
  seed: number,
  rounds = 200,
): Interval {
  const random = createRandom(seed);
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const items: T[] = [];
    for (let index = 0; index < groups.length; index++) {
      for (const item of groups[Math.floor(random() * groups.length)]) items.push(item);
    }
    const value = measure(items);
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((one, other) => one - other);
  return { low: sortedQuantile(values, 0.025), high: sortedQuantile(values, 0.975) };
}

/** Type 7 quantile of sorted values; NaN of none. */
export function sortedQuantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return NaN;
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
}
