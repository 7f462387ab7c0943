import type { AnswerLine } from "./answer_table.ts";
import { atLeast } from "./matches.ts";

/** Persons besides the pair that the index is learnt from, at least. */
const LEAST_OTHERS = 4;

/** The line is not followed below this share of its mean: from few persons it reaches zero, and then nothing would be chance. */
const LEAST_OF_MEAN = 0.75;

/** A wrong answer that nobody else gave may be given by anybody. */
const LEAST_CHANCE = 0.05;

/** What a person shares of a source's wrong answers. */
interface Shared {
  /** The source's wrong answers to questions that this person answered, too. */
  of: number;
  same: number;
  /** Share of this person's answers that are wrong. */
  wrongShare: number;
}

/**
 * Chance that each person gives as many of a source's wrong answers as they did: index K1 (Sotaridona and Meijer 2002, after
 * Holland's K index). How much of the source's wrong answers anybody shares is learnt from all others, as a line over how many of
 * their own answers are wrong; the number is binomial then. Needs no parameters of questions.
 *
 * @returns For each person, with null for the source and where there is nothing to compare.
 */
export function wrongMatchChances(lines: readonly AnswerLine[], source: number): (number | null)[] {
  const shared = lines.map((line, person) => person === source ? null : sharedWith(lines[source], line));
  const sums = new LineSums();
  for (const one of shared) if (one !== null && one.of > 0) sums.add(one.wrongShare, one.same / one.of, 1);
  return shared.map((one) => {
    if (one === null || one.of === 0 || sums.count - 1 < LEAST_OTHERS) return null;
    sums.add(one.wrongShare, one.same / one.of, -1);
    const chance = Math.max(LEAST_OF_MEAN * sums.mean, Math.min(1, sums.at(one.wrongShare)));
    sums.add(one.wrongShare, one.same / one.of, 1);
    return atLeast(one.same, new Array(one.of).fill(Math.max(chance, LEAST_CHANCE)));
  });
}

/** Answers of two people that are the same and wrong. */
export function sameWrong(one: AnswerLine, other: AnswerLine): number {
  return one.answers.filter((answer, item) =>
    answer !== null && one.scores[item] === 0 && answer === other.answers[item]
  ).length;
}

function sharedWith(source: AnswerLine, { answers, scores }: AnswerLine): Shared {
  let [of, same, given, wrong] = [0, 0, 0, 0];
  for (let item = 0; item < answers.length; item++) {
    if (answers[item] === null) continue;
    given++;
    if (scores[item] === 0) wrong++;
    if (source.answers[item] === null || source.scores[item] !== 0) continue;
    of++;
    if (source.answers[item] === answers[item]) same++;
  }
  return { of, same, wrongShare: given === 0 ? 0 : wrong / given };
}

/** A least-squares line from sums, so that a point can be taken out again. */
class LineSums {
  count = 0;
  #x = 0;
  #y = 0;
  #xx = 0;
  #xy = 0;

  add(x: number, y: number, times: 1 | -1): void {
    this.count += times;
    this.#x += times * x;
    this.#y += times * y;
    this.#xx += times * x * x;
    this.#xy += times * x * y;
  }

  get mean(): number {
    return this.#y / this.count;
  }

  at(x: number): number {
    const spread = this.#xx - this.#x ** 2 / this.count;
    const slope = spread < 1e-9 ? 0 : (this.#xy - this.#x * this.mean) / spread;
    return this.mean + slope * (x - this.#x / this.count);
  }
}
