/** A score with what it should have said. */
export interface Labelled {
  score: number;
  isPositive: boolean;
}

/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties counting half.
 *
 * By ranks (Hanley and McNeil 1982); NaN where either class is empty.
 *
 * @example
 * assert.equal(auc([{ score: 1, isPositive: false }, { score: 2, isPositive: true }]), 1);
 */
export function auc(scores: readonly Labelled[]): number {
  const sorted = [...scores].sort((one, other) => one.score - other.score);
  let positives = 0;
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to].score === sorted[from].score) to++;
    for (let index = from; index < to; index++) {
      if (!sorted[index].isPositive) continue;
      positives++;
      ranks += (from + 1 + to) / 2;
    }
    from = to;
  }
  const negatives = sorted.length - positives;
  return (ranks - positives * (positives + 1) / 2) / (positives * negatives);
}
