/** An example to learn from. */
export interface Example {
  features: ArrayLike<number>;
  isPositive: boolean;
  weight: number;
}

/**
 * Weight of the negative and of the positive class.
 *
 * @throws {RangeError} If either is empty.
 */
export function classTotals(examples: readonly Example[]): [number, number] {
  const totals: [number, number] = [0, 0];
  for (const example of examples) totals[example.isPositive ? 1 : 0] += example.weight;
  if (totals[0] === 0 || totals[1] === 0) throw new RangeError("Cannot fit: examples of both classes are needed");
  return totals;
}

/** Weighted mean and standard deviation of each feature; 1 for one that never varies. */
export function standardBy(examples: readonly Example[], width: number): { mean: number[]; scale: number[] } {
  const total = examples.reduce((sum, example) => sum + example.weight, 0);
  const places = Array.from({ length: width }, (_, index) => index);
  const mean = places.map((index) =>
    examples.reduce((sum, { weight, features }) => sum + weight * features[index], 0) / total
  );
  const scale = places.map((index) =>
    Math.sqrt(
      examples.reduce((sum, { weight, features }) => sum + weight * (features[index] - mean[index]) ** 2, 0) / total,
    ) || 1
  );
  return { mean, scale };
}
