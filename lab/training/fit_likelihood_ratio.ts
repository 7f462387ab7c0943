import { EigenvalueDecomposition, inverse, Matrix } from "ml-matrix";
import { FEATURE_LIMIT, type LikelihoodRatioModel } from "../../scoring/models/likelihood_ratio.ts";

/** One session of a person: a baseline stretch and later ones, each a feature vector. */
export interface PersonSession {
  person: string;
  baseline: Float64Array;
  windows: Float64Array[];
}

/** What a change of the same person does to a stretch's features, and how much of it is added to the variance within. */
export interface Change {
  difference: Float64Array;
  weight: number;
}

/** How far covariances are drawn towards their diagonal: there are fewer persons than pairs of features. */
const SHRINKAGE = { within: 0.3, between: 0.2 };

/**
 * Fits a {@link LikelihoodRatioModel}: covariance within a person from what a baseline and later windows of one
 * session differ by, covariance between persons from the sessions' means, every person weighing the same.
 *
 * @param sessions At least two persons' sessions, each with at least one window.
 * @param features Names, as many as a vector is long.
 * @param changes Changes that the same person may go through, added to the covariance within.
 * @throws {RangeError} If fewer than two persons are given.
 */
export function fitLikelihoodRatio(
  sessions: readonly PersonSession[],
  features: readonly string[],
  changes: readonly Change[] = [],
): LikelihoodRatioModel {
  const persons = new Map<string, number>();
  for (const { person } of sessions) persons.set(person, (persons.get(person) ?? 0) + 1);
  if (persons.size < 2) throw new RangeError(`Cannot fit: two persons are needed, got ${persons.size}`);
  const width = features.length;
  const vectors = sessions.flatMap((session) => [session.baseline, ...session.windows]);
  const mean = features.map((_, index) => average(vectors, (vector) => vector[index]));
  const scale = features.map((_, index) =>
    Math.sqrt(average(vectors, (vector) => (vector[index] - mean[index]) ** 2)) || 1
  );
  const standard = (vector: Float64Array) =>
    Array.from(
      vector,
      (value, index) => Math.min(FEATURE_LIMIT, Math.max(-FEATURE_LIMIT, (value - mean[index]) / scale[index])),
    );

  const within = Matrix.zeros(width, width);
  const between = Matrix.zeros(width, width);
  let differences = 0;
  for (const session of sessions) {
    const baseline = standard(session.baseline);
    const windows = session.windows.map(standard);
    for (const window of windows) {
      addOuter(within, window.map((value, index) => value - baseline[index]), 0.5);
      differences++;
    }
    const centre = baseline.map((_, index) => average([baseline, ...windows], (vector) => vector[index]));
    addOuter(between, centre, 1 / (persons.get(session.person)! * persons.size));
  }
  within.div(differences);
  for (const { difference, weight } of changes) {
    addOuter(within, Array.from(difference, (value, index) => value / scale[index]), weight);
  }
  shrink(within, SHRINKAGE.within);
  shrink(between, SHRINKAGE.between);

  // W = L Lᵀ by its eigenvectors; then the eigenvectors of L⁻¹ B L⁻ᵀ turn both to diagonals.
  const root = symmetricRoot(within);
  const whitener = inverse(root);
  const whitened = whitener.mmul(between).mmul(whitener.transpose());
  const { vectors: turns, values } = decompose(whitened);
  const directions = turns.transpose().mmul(whitener).to2DArray();
  const order = values.map((_, index) => index).sort((one, other) => values[other] - values[one]);
  return {
    kind: "likelihood_ratio",
    version: 1,
    features: [...features],
    mean: mean.map(rounded),
    scale: scale.map(rounded),
    between: order.map((index) => rounded(Math.max(0, values[index]))),
    directions: order.map((index) => directions[index].map(rounded)),
  };
}

function average<T>(items: readonly T[], of: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += of(item);
  return sum / items.length;
}

function addOuter(matrix: Matrix, vector: readonly number[], weight: number): void {
  for (let row = 0; row < vector.length; row++) {
    for (let column = 0; column < vector.length; column++) {
      matrix.set(row, column, matrix.get(row, column) + weight * vector[row] * vector[column]);
    }
  }
}

function shrink(matrix: Matrix, shrinkage: number): void {
  for (let row = 0; row < matrix.rows; row++) {
    for (let column = 0; column < matrix.columns; column++) {
      if (row !== column) matrix.set(row, column, (1 - shrinkage) * matrix.get(row, column));
    }
  }
}

function decompose(matrix: Matrix): { vectors: Matrix; values: number[] } {
  const result = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  return { vectors: result.eigenvectorMatrix, values: result.realEigenvalues };
}

function symmetricRoot(matrix: Matrix): Matrix {
  const { vectors, values } = decompose(matrix);
  const roots = Matrix.diag(values.map((value) => Math.sqrt(Math.max(1e-6, value))));
  return vectors.mmul(roots).mmul(vectors.transpose());
}

/** Six significant digits: models stay small, and the same on machines whose last bits differ. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
