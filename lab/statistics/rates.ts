import type { Labelled } from "./auc.ts";

/**
 * The score that at most a share of the negatives lies above: the negatives' quantile at `1 − share`, by the next
 * higher of theirs (so the share is never exceeded). NaN of no negatives.
 *
 * @param share In [0, 1].
 */
export function thresholdAtFpr(scores: readonly Labelled[], share: number): number {
  const negatives = scores.filter((one) => !one.isPositive).map((one) => one.score).sort((one, other) => one - other);
  if (negatives.length === 0) return NaN;
  const above = Math.floor(share * negatives.length);
  return negatives[negatives.length - 1 - above];
}

/**
 * Share of scores above a threshold; NaN of none.
 *
 * @example
 * assert.equal(shareAbove([{ score: 1 }, { score: 3 }], 2), 0.5);
 */
export function shareAbove(scores: readonly { score: number }[], threshold: number): number {
  let above = 0;
  for (const { score } of scores) if (score > threshold) above++;
  return above / scores.length;
}

/** True-positive rate where the false-positive rate is at most `share`. */
export function tprAtFpr(scores: readonly Labelled[], share: number): number {
  const threshold = thresholdAtFpr(scores, share);
  return shareAbove(scores.filter((one) => one.isPositive), threshold);
}

/**
 * Equal error rate: where as many positives are missed as negatives are taken for one, in shares. NaN where either
 * class is empty.
 *
 * @example
 * assert.equal(equalErrorRate([{ score: 1, isPositive: false }, { score: 2, isPositive: true }]), 0);
 */
export function equalErrorRate(scores: readonly Labelled[]): number {
  const sorted = [...scores].sort((one, other) => one.score - other.score);
  const positives = sorted.filter((one) => one.isPositive).length;
  const negatives = sorted.length - positives;
  let missed = 0;
  let passed = 0;
  let best = Infinity;
  let rate = NaN;
  for (let index = -1; index < sorted.length; index++) {
    if (index >= 0) {
      if (sorted[index].isPositive) missed++;
      else passed++;
      if (index + 1 < sorted.length && sorted[index + 1].score === sorted[index].score) continue;
    }
    const falseNegatives = missed / positives;
    const falsePositives = 1 - passed / negatives;
    const distance = Math.abs(falseNegatives - falsePositives);
    if (distance >= best) continue;
    best = distance;
    rate = (falseNegatives + falsePositives) / 2;
  }
  return rate;
}
