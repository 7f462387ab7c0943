/** Terms of a series or fraction, at most; none here needs more than a few hundred. */
const MOST_TERMS = 10_000;

/** Of the last term, against the sum. */
const PRECISION = 1e-15;

/** Where a continued fraction would divide by zero. */
const TINY = 1e-300;

/** Lanczos' coefficients for g = 7. */
const LANCZOS = [
  0.99999999999980993,
  676.5203681218851,
  -1259.1392167224028,
  771.32342877765313,
  -176.61502916214059,
  12.507343278686905,
  -0.13857109526572012,
  9.9843695780195716e-6,
  1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function, for arguments of 0.5 and more; Lanczos' approximation, good to 1e-14. */
export function logGamma(value: number): number {
  const x = value - 1;
  const base = x + 7.5;
  const series = LANCZOS.slice(1).reduce((sum, coefficient, index) => sum + coefficient / (x + index + 1), LANCZOS[0]);
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(base) - base + Math.log(series);
}

/**
 * Upper tail of the chi-squared distribution, good to about 1e-13 of itself, also far out.
 *
 * By the regularised incomplete gamma function: its series where the tail is large, its continued fraction (Lentz) where it is small.
 *
 * @param degrees Of freedom, above 0.
 */
export function chiSquaredTail(value: number, degrees: number): number {
  if (!(degrees > 0) || Number.isNaN(value)) return NaN;
  if (value <= 0) return 1;
  const [a, x] = [degrees / 2, value / 2];
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= MOST_TERMS && term > sum * PRECISION; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= MOST_TERMS; n++) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / nonZero(factor * d + b);
    c = nonZero(b + factor / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return fraction;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** Chance that a standard normal value is above this one. simple-statistics has a table, too coarse for tails. */
export function normalUpperTail(z: number): number {
  const half = chiSquaredTail(z * z, 1) / 2;
  return z >= 0 ? half : 1 - half;
}

/** Chance that a standard normal value is below this one. */
export function normalLowerTail(z: number): number {
  return normalUpperTail(-z);
}
