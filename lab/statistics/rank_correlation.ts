/**
 * Spearman's rank correlation, in [−1, 1]: whether two lists of values agree in their order. Ties take the mean of their
 * ranks (so the library's `sampleRankCorrelation`, which ranks ties as they come, is not used).
 *
 * @returns NaN where either list has no spread.
 *
 * @example
 * assert.equal(rankCorrelation([1, 2, 3], [10, 20, 90]), 1);
 */
export function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [ranks(one), ranks(other)];
  const middle = (one.length + 1) / 2;
  let both = 0;
  let ofOne = 0;
  let ofOther = 0;
  for (let index = 0; index < a.length; index++) {
    both += (a[index] - middle) * (b[index] - middle);
    ofOne += (a[index] - middle) ** 2;
    ofOther += (b[index] - middle) ** 2;
  }
  return both / Math.sqrt(ofOne * ofOther);
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((one, other) => values[one] - values[other]);
  const into = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let index = from; index < to; index++) into[order[index]] = (from + 1 + to) / 2;
    from = to;
  }
  return into;
}
