/** Gaps of Shell's sort (Ciura 2001), as far as the arrays here are long. */
const GAPS = [57, 23, 10, 4, 1] as const;

/** Sorts the first `count` numbers in place, ascending: Shell's sort, since the engine's costs a call and a copy. */
export function sortFirst(values: Float64Array, count: number): void {
  for (let which = 0; which < GAPS.length; which++) {
    const gap = GAPS[which];
    for (let index = gap; index < count; index++) {
      const value = values[index];
      let place = index;
      for (; place >= gap && values[place - gap] > value; place -= gap) values[place] = values[place - gap];
      values[place] = value;
    }
  }
}

/**
 * Type 7 quantile of the first `count` numbers, which are sorted; 0 of nothing.
 *
 * @example The middle of three numbers
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(quantileOfSorted(Float64Array.of(1, 2, 5, 0), 3, 0.5), 2);
 * ```
 */
export function quantileOfSorted(sorted: Float64Array, count: number, share: number): number {
  if (count === 0) return 0;
  const place = share * (count - 1);
  const low = Math.floor(place);
  const high = Math.min(count - 1, low + 1);
  return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
}
