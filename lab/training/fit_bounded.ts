/** What a coefficient may be. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const ROUNDS = 2_000;
const CHANGE = 1e-7;

/**
 * Least squares with a bound on every coefficient, by coordinate descent on the normal equations: convex, so that the
 * answer does not depend on where it begins. Beside the coefficients a free constant is fitted, and left out.
 *
 * @param rows Inputs.
 * @param values What each row should come to.
 * @param weights Weight of each row.
 * @param bounds Of each coefficient.
 *
 * @example
 * const [slope] = fitBounded([[0], [1], [2]], [5, 7, 9], [1, 1, 1], [{ least: 0, most: 1.5 }]);
 * assert.equal(slope, 1.5);
 */
export function fitBounded(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[],
  bounds: readonly Bounds[],
): number[] {
  const width = bounds.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = bounds.map((_, column) =>
    rows.reduce((sum, row, index) => sum + weights[index] * row[column], 0) / total
  );
  const middle = values.reduce((sum, value, index) => sum + weights[index] * value, 0) / total;
  const products = bounds.map(() => new Float64Array(width));
  const targets = new Float64Array(width);
  rows.forEach((row, index) => {
    for (let one = 0; one < width; one++) {
      const weighted = weights[index] * (row[one] - mean[one]);
      targets[one] += weighted * (values[index] - middle);
      for (let other = 0; other < width; other++) products[one][other] += weighted * (row[other] - mean[other]);
    }
  });
  const coefficients = bounds.map(({ least }) => least);
  for (let round = 0; round < ROUNDS; round++) {
    let change = 0;
    for (let one = 0; one < width; one++) {
      if (products[one][one] === 0) continue;
      let rest = targets[one];
      for (let other = 0; other < width; other++) {
        if (other !== one) rest -= products[one][other] * coefficients[other];
      }
      const next = Math.min(bounds[one].most, Math.max(bounds[one].least, rest / products[one][one]));
      change = Math.max(change, Math.abs(next - coefficients[one]));
      coefficients[one] = next;
    }
    if (change < CHANGE) break;
  }
  return coefficients;
}
