import type { NeuralNetworkModel } from "../../scoring/models/neural_network.ts";
import type { Random } from "../../scoring/models/random.ts";
import { rounded } from "./fit_likelihood_ratio.ts";
import { normal } from "./random_draws.ts";

/** Examples of one kind: sittings, each of some feature vectors. */
export interface ExampleGroup {
  isPositive: boolean;
  sittings: readonly (readonly Float64Array[])[];
}

/** How {@link fitNeuralNetwork} fits. */
interface NetworkOptions {
  hidden: number;
  steps: number;
  /** Learning rate at the first step; it falls to nothing at the last. */
  rate: number;
  /** Share of a weight that is taken off it at each step, times the rate. */
  decay: number;
  /** Standard deviation of the noise on standardised features (Bishop 1995: training with noise is regularisation). */
  noise: number;
  /** Both classes are held to be wrong this often, which bounds the log odds (Szegedy et al. 2016). */
  smoothing: number;
  /** Standardised features are cut at ± this. */
  limit: number;
}

const BATCH = 32;

/**
 * Fits a {@link NeuralNetworkModel} by stochastic gradient descent with moments (Adam; Kingma and Ba 2015) on the logistic
 * loss. Every second example is positive; every group of a class is drawn as often as the others, whatever its size, and
 * so is every sitting of a group. Features are standardised by the negative class.
 *
 * @throws {RangeError} If a class has no group, or a group no example.
 */
export function fitNeuralNetwork(
  groups: readonly ExampleGroup[],
  features: readonly string[],
  { hidden, steps, rate, decay, noise, smoothing, limit }: NetworkOptions,
  random: Random,
): NeuralNetworkModel {
  const width = features.length;
  const negatives = groups.filter((group) => !group.isPositive).flatMap((group) => group.sittings.flat());
  const { mean, scale } = standardOf(negatives, width);
  const standard = (row: Float64Array) =>
    row.map((value, index) => Math.min(limit, Math.max(-limit, (value - mean[index]) / scale[index])));
  const classes = [false, true].map((isPositive) =>
    groups.filter((group) => group.isPositive === isPositive)
      .map((group) => group.sittings.filter((sitting) => sitting.length > 0).map((sitting) => sitting.map(standard)))
  );
  if (classes.some((some) => some.length === 0 || some.some((group) => group.length === 0))) {
    throw new RangeError("Cannot fit: examples of both classes and of every group are needed");
  }

  const biases = hidden * width;
  const outputs = biases + hidden;
  const last = outputs + hidden;
  const weights = new Float64Array(last + 1);
  for (let index = 0; index < biases; index++) weights[index] = normal(random) / Math.sqrt(width);
  for (let index = outputs; index < last; index++) weights[index] = normal(random) / Math.sqrt(hidden);
  const gradient = new Float64Array(weights.length);
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  const input = new Float64Array(width);
  const units = new Float64Array(hidden);
  const draw = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)];

  for (let step = 1; step <= steps; step++) {
    gradient.fill(0);
    for (let example = 0; example < BATCH; example++) {
      const row = draw(draw(draw(classes[example % 2])));
      for (let index = 0; index < width; index++) input[index] = row[index] + noise * normal(random);
      addGradient(example % 2 === 1 ? 1 - smoothing : smoothing);
    }
    const now = rate * (1 - step / steps) + 1e-5;
    const firstShare = 1 - 0.9 ** step;
    const secondShare = 1 - 0.999 ** step;
    for (let index = 0; index < weights.length; index++) {
      const slope = gradient[index] / BATCH;
      first[index] = 0.9 * first[index] + 0.1 * slope;
      second[index] = 0.999 * second[index] + 0.001 * slope * slope;
      const isBias = (index >= biases && index < outputs) || index === last;
      const change = first[index] / firstShare / (Math.sqrt(second[index] / secondShare) + 1e-8);
      weights[index] -= now * (change + (isBias ? 0 : decay * weights[index]));
    }
  }
  return {
    kind: "neural_network",
    version: 1,
    features: [...features],
    mean,
    scale,
    limit,
    hidden: Array.from({ length: hidden }, (_, unit) => ({
      weights: Array.from(weights.subarray(unit * width, (unit + 1) * width), rounded),
      bias: rounded(weights[biases + unit]),
      output: rounded(weights[outputs + unit]),
    })),
    bias: rounded(weights[last]),
  };

  /** Adds the loss's slope at `input` for a chance of `wanted`. */
  function addGradient(wanted: number): void {
    let sum = weights[last];
    for (let unit = 0; unit < hidden; unit++) {
      let inner = weights[biases + unit];
      for (let index = 0; index < width; index++) inner += weights[unit * width + index] * input[index];
      units[unit] = Math.tanh(inner);
      sum += weights[outputs + unit] * units[unit];
    }
    const error = 1 / (1 + Math.exp(-sum)) - wanted;
    gradient[last] += error;
    for (let unit = 0; unit < hidden; unit++) {
      gradient[outputs + unit] += error * units[unit];
      const back = error * weights[outputs + unit] * (1 - units[unit] * units[unit]);
      gradient[biases + unit] += back;
      for (let index = 0; index < width; index++) gradient[unit * width + index] += back * input[index];
    }
  }
}

function standardOf(rows: readonly Float64Array[], width: number): { mean: number[]; scale: number[] } {
  const mean: number[] = [];
  const scale: number[] = [];
  for (let index = 0; index < width; index++) {
    const middle = rows.reduce((sum, row) => sum + row[index], 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + (row[index] - middle) ** 2, 0) / rows.length;
    mean.push(rounded(middle));
    scale.push(rounded(Math.sqrt(variance)) || 1);
  }
  return { mean, scale };
}
