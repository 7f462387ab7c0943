/** Longer arrays are left to the engine's sort, which costs a call out of the compiled code. */
const SHORT_SORT = 48;

/** Sorts the first `count` numbers in place, ascending. */
export function sortFirst(values: Float64Array, count: number): void {
  if (count > SHORT_SORT) {
    values.subarray(0, count).sort();
    return;
  }
  for (let index = 1; index < count; index++) {
    const value = values[index];
    let place = index;
    for (; place > 0 && values[place - 1] > value; place--) values[place] = values[place - 1];
    values[place] = value;
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
