/** The longest run of questions with the same answers, against chance. */
export interface LongestRun {
  length: number;
  /** Where it begins, in questions that both answered. */
  from: number;
  /** Chance of one that long or longer, given how many answers are the same. */
  p: number;
}

/**
 * The longest run of answers that two people share, one question after the other, and its exact chance: given how many are the
 * same, which ones they are is as likely as the product of their odds.
 *
 * @param same For each question that both answered.
 * @param odds For each of them, how often any two people give the same answer to it, as odds.
 * @returns Null where nothing is the same, or everything.
 */
export function longestRun(same: readonly boolean[], odds: readonly number[]): LongestRun | null {
  const count = same.filter(Boolean).length;
  if (count === 0 || count === same.length) return null;
  let [length, from, current] = [0, 0, 0];
  same.forEach((isSame, index) => {
    current = isSame ? current + 1 : 0;
    if (current > length) [length, from] = [current, index - current + 1];
  });
  return { length, from, p: 1 - shorterChance(odds, count, length) };
}

/** Chance that so many of the questions, drawn by their odds, have no run of this length. */
function shorterChance(odds: readonly number[], count: number, length: number): number {
  const all = new Float64Array(count + 1);
  all[0] = 1;
  // By what is drawn so far, then by how long the run is that it ends with.
  const without = Array.from({ length: count + 1 }, () => new Float64Array(length));
  without[0][0] = 1;
  for (const own of odds) {
    const [yes, no] = [own / (1 + own), 1 / (1 + own)];
    for (let drawn = count; drawn >= 0; drawn--) {
      all[drawn] = all[drawn] * no + (drawn > 0 ? all[drawn - 1] * yes : 0);
      const runs = without[drawn];
      let ended = 0;
      for (const weight of runs) ended += weight;
      const shorter = drawn > 0 ? without[drawn - 1] : null;
      for (let run = length - 1; run > 0; run--) runs[run] = shorter === null ? 0 : shorter[run - 1] * yes;
      runs[0] = ended * no;
    }
  }
  return without[count].reduce((sum, weight) => sum + weight, 0) / all[count];
}
