import type { ItemParameters, Score } from "./item_response.ts";

/** What is estimated of a question: its difficulty alone with one slope for all (Rasch), or both (2PL). */
export type ItemModel = "rasch" | "2pl";

/** Abilities at which the population is looked at, standard normal. */
const NODES = Array.from({ length: 31 }, (_, index) => (index - 15) / 3);

/** Rounds, at most; and the change of a parameter below which there is none more. */
const MOST_ROUNDS = 300;
const STILL = 5e-4;

/** Spread of what is thought of parameters beforehand, which keeps those of few answers finite. */
const LOG_SLOPE_SPREAD = 0.5;
const INTERCEPT_SPREAD = 3;

const LEAST_SLOPE = 0.1;
const MOST_SLOPE = 5;

/** Logit as slope · ability + intercept. */
interface Line {
  slope: number;
  intercept: number;
}

/** For each question and node: persons that are expected there, and their right answers. */
interface Expected {
  persons: Float64Array[];
  right: Float64Array[];
}

/**
 * Parameters of questions by marginal maximum likelihood, with the EM algorithm of Bock and Aitkin (1981) and weak priors (log
 * slope about 0 with 0.5, intercept about 0 with 3). Abilities are standard normal.
 *
 * @param scores A line for each person, a column for each question, which was right for some and wrong for others.
 */
export function calibrateItems(scores: readonly (readonly Score[])[], model: ItemModel): ItemParameters[] {
  const count = scores[0]?.length ?? 0;
  let lines = Array.from({ length: count }, (_, item): Line => {
    const given = scores.map((line) => line[item]).filter((score) => score !== null);
    const right = given.filter((score) => score === 1).length;
    return { slope: 1, intercept: Math.log((right + 0.5) / (given.length - right + 0.5)) };
  });
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const expected = expectedAt(scores, lines);
    const next = model === "2pl"
      ? lines.map((line, item) => bestLine(line, expected.persons[item], expected.right[item]))
      : commonSlope(lines, expected);
    const change = Math.max(
      ...next.map(({ slope, intercept }, item) =>
        Math.max(Math.abs(slope - lines[item].slope), Math.abs(intercept - lines[item].intercept))
      ),
    );
    lines = next;
    if (change < STILL) break;
  }
  return lines.map(({ slope, intercept }) => ({ a: slope, b: -intercept / slope }));
}

function expectedAt(scores: readonly (readonly Score[])[], lines: readonly Line[]): Expected {
  const logRight = lines.map((line) => Float64Array.from(NODES, (node) => -Math.log1p(Math.exp(-oddsAt(line, node)))));
  const logWrong = lines.map((line) => Float64Array.from(NODES, (node) => -Math.log1p(Math.exp(oddsAt(line, node)))));
  const persons = lines.map(() => new Float64Array(NODES.length));
  const right = lines.map(() => new Float64Array(NODES.length));
  const weights = new Float64Array(NODES.length);
  for (const line of scores) {
    NODES.forEach((node, at) => weights[at] = -(node ** 2) / 2);
    line.forEach((score, item) => {
      if (score === null) return;
      const add = score === 1 ? logRight[item] : logWrong[item];
      for (let at = 0; at < weights.length; at++) weights[at] += add[at];
    });
    normalise(weights);
    line.forEach((score, item) => {
      if (score === null) return;
      for (let at = 0; at < weights.length; at++) {
        persons[item][at] += weights[at];
        if (score === 1) right[item][at] += weights[at];
      }
    });
  }
  return { persons, right };
}

function oddsAt({ slope, intercept }: Line, ability: number): number {
  return Math.max(-30, Math.min(30, slope * ability + intercept));
}

/** From logarithms to shares of one. */
function normalise(weights: Float64Array): void {
  const most = Math.max(...weights);
  let sum = 0;
  for (let at = 0; at < weights.length; at++) {
    weights[at] = Math.exp(weights[at] - most);
    sum += weights[at];
  }
  for (let at = 0; at < weights.length; at++) weights[at] /= sum;
}

interface Derivatives {
  slope: number;
  intercept: number;
  slopeSlope: number;
  slopeIntercept: number;
  interceptIntercept: number;
}

/** First and negative second derivatives of a question's expected log likelihood. */
function derivativesOf(line: Line, persons: Float64Array, right: Float64Array): Derivatives {
  const sum: Derivatives = { slope: 0, intercept: 0, slopeSlope: 0, slopeIntercept: 0, interceptIntercept: 0 };
  NODES.forEach((node, at) => {
    const chance = 1 / (1 + Math.exp(-oddsAt(line, node)));
    const residual = right[at] - persons[at] * chance;
    const spread = persons[at] * chance * (1 - chance);
    sum.slope += residual * node;
    sum.intercept += residual;
    sum.slopeSlope += spread * node ** 2;
    sum.slopeIntercept += spread * node;
    sum.interceptIntercept += spread;
  });
  sum.intercept -= line.intercept / INTERCEPT_SPREAD ** 2;
  sum.interceptIntercept += 1 / INTERCEPT_SPREAD ** 2;
  return sum;
}

/** What the prior of a slope adds to its derivatives. */
function slopePrior(slope: number): { first: number; second: number } {
  const precision = 1 / LOG_SLOPE_SPREAD ** 2;
  return { first: -precision * Math.log(slope) / slope, second: precision / slope ** 2 };
}

/** One question's best line, by a few of Newton's steps. */
function bestLine(from: Line, persons: Float64Array, right: Float64Array): Line {
  let line = from;
  for (let step = 0; step < 4; step++) {
    const of = derivativesOf(line, persons, right);
    const prior = slopePrior(line.slope);
    const slope = of.slope + prior.first;
    const slopeSlope = of.slopeSlope + prior.second;
    const determinant = slopeSlope * of.interceptIntercept - of.slopeIntercept ** 2;
    line = {
      slope: within(line.slope + (of.interceptIntercept * slope - of.slopeIntercept * of.intercept) / determinant),
      intercept: line.intercept + (slopeSlope * of.intercept - of.slopeIntercept * slope) / determinant,
    };
  }
  return line;
}

/** Best intercepts with one slope for all. */
function commonSlope(from: readonly Line[], { persons, right }: Expected): Line[] {
  const lines = from.map((line, item) => {
    const of = derivativesOf(line, persons[item], right[item]);
    return { slope: line.slope, intercept: line.intercept + of.intercept / of.interceptIntercept };
  });
  let { first, second } = slopePrior(lines[0].slope);
  lines.forEach((line, item) => {
    const of = derivativesOf(line, persons[item], right[item]);
    first += of.slope;
    second += of.slopeSlope;
  });
  const slope = within(lines[0].slope + first / second);
  return lines.map(({ intercept }) => ({ slope, intercept }));
}

function within(slope: number): number {
  return Math.max(LEAST_SLOPE, Math.min(MOST_SLOPE, slope));
}
