import { Matrix, solve } from "ml-matrix";
import { sigmoid } from "../../scoring/models/sigmoid.ts";

const ITERATIONS = 30;

/**
 * Coefficients of a logistic regression with a ridge penalty, by iteratively reweighted least squares.
 *
 * @param rows Inputs; the last of each is the constant 1, whose coefficient is not penalised.
 * @param isPositive Class of each row.
 * @param weights Weight of each row.
 * @param ridge Penalty: half of it times the squared coefficients is added to the weighted loss.
 */
export function solveLogistic(
  rows: readonly Float64Array[],
  isPositive: readonly boolean[],
  weights: readonly number[],
  ridge: number,
): Float64Array {
  const width = rows[0].length;
  const beta = new Float64Array(width);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const hessian = new Float64Array(width * width);
    const gradient = new Float64Array(width);
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place];
      let sum = 0;
      for (let index = 0; index < width; index++) sum += beta[index] * row[index];
      const chance = sigmoid(sum);
      const curvature = Math.max(1e-9, weights[place] * chance * (1 - chance));
      const slope = weights[place] * ((isPositive[place] ? 1 : 0) - chance);
      for (let index = 0; index < width; index++) {
        gradient[index] += slope * row[index];
        const factor = curvature * row[index];
        for (let other = 0; other <= index; other++) hessian[index * width + other] += factor * row[other];
      }
    }
    const matrix = Matrix.zeros(width, width);
    for (let index = 0; index < width; index++) {
      const penalty = index < width - 1 ? ridge : 1e-9;
      gradient[index] -= penalty * beta[index];
      for (let other = 0; other <= index; other++) {
        const value = hessian[index * width + other] + (index === other ? penalty : 0);
        matrix.set(index, other, value);
        matrix.set(other, index, value);
      }
    }
    const change = solve(matrix, Matrix.columnVector(Array.from(gradient))).to1DArray();
    let largest = 0;
    for (let index = 0; index < width; index++) {
      beta[index] += change[index];
      largest = Math.max(largest, Math.abs(change[index]));
    }
    if (largest < 1e-7) break;
  }
  return beta;
}
