import type { AnswerLine } from "./answer_table.ts";
import type { ChoiceModel } from "./choice_model.ts";
import { normalUpperTail } from "./distributions.ts";
import { type LongestRun, longestRun } from "./longest_run.ts";
import { atLeast, omegaOf } from "./matches.ts";
import { wrongMatchChances } from "./wrong_matches.ts";

/** Above this a chance is neither made exact nor told: it would stay above it when it is corrected. */
export const WORTH_TELLING = 0.05;

/** The exact chance may be somewhat smaller than the normal one. */
const WORTH_EXACT = 2 * WORTH_TELLING;

/** Two persons of a list, the earlier one first. */
export interface Pair {
  one: number;
  other: number;
}

/** How many answers two persons share, by a model of answers. */
export interface PairMatch extends Pair {
  /** ω of the way that is less likely by chance. */
  omega: number;
  /** Exact chance of either way (generalised binomial test): twice the smaller one's, since both were looked at. */
  p: number;
}

/** Every pair of so many persons. */
export function* allPairs(count: number): Iterable<Pair> {
  for (let one = 0; one < count; one++) {
    for (let other = one + 1; other < count; other++) yield { one, other };
  }
}

/**
 * Pairs with more of the same answers than a model gives: who might have taken from whom is asked both ways. Those whose chance
 * is above {@link WORTH_TELLING} are counted, and not given.
 *
 * @param tick Called for each person: throws where it takes too long.
 */
export function pairMatches(
  lines: readonly AnswerLine[],
  choices: ChoiceModel,
  tick: () => void = () => {},
): { pairs: PairMatch[]; lookedAt: number } {
  const table = new MatchTable(lines, choices);
  const pairs: PairMatch[] = [];
  for (let one = 0; one < lines.length; one++) {
    tick();
    for (let other = one + 1; other < lines.length; other++) {
      const [there, back] = [table.chanceOf(one, other), table.chanceOf(other, one)];
      const p = 2 * Math.min(there, back);
      if (p > WORTH_TELLING) continue;
      const omega = there <= back ? table.omegaOf(one, other) : table.omegaOf(other, one);
      pairs.push({ one, other, omega, p });
    }
  }
  return { pairs, lookedAt: lines.length * (lines.length - 1) / 2 };
}

/** Answers and their chances in rows of numbers: of many persons there are millions of pairs. */
class MatchTable {
  readonly #items: number;
  /** By person and question: the answer, or −1. */
  readonly #answers: Int32Array;
  /** Share of the answer among the wrong ones; −1 for a right answer. */
  readonly #shares: Float64Array;
  readonly #right: Float64Array;
  /** Chances of the pair that was looked at last. */
  readonly #chances: Float64Array;
  #answered = 0;
  #same = 0;

  constructor(lines: readonly AnswerLine[], choices: ChoiceModel) {
    this.#items = lines[0]?.answers.length ?? 0;
    const cells = lines.length * this.#items;
    this.#answers = new Int32Array(cells);
    this.#shares = new Float64Array(cells);
    this.#right = new Float64Array(cells);
    this.#chances = new Float64Array(this.#items);
    lines.forEach(({ answers, scores }, person) => {
      answers.forEach((answer, item) => {
        const cell = person * this.#items + item;
        this.#answers[cell] = answer ?? -1;
        this.#shares[cell] = answer === null || scores[item] === 1 ? -1 : choices.wrongShare(item, answer);
        this.#right[cell] = choices.right(person, item);
      });
    });
  }

  /** Chance of as many same answers or more; a normal one where it is no small one. */
  chanceOf(source: number, copier: number): number {
    const omega = this.omegaOf(source, copier);
    if (Number.isNaN(omega)) return 1;
    const roughly = normalUpperTail(omega);
    return roughly < WORTH_EXACT ? atLeast(this.#same, this.#chances.subarray(0, this.#answered)) : roughly;
  }

  omegaOf(source: number, copier: number): number {
    let [from, to] = [source * this.#items, copier * this.#items];
    [this.#answered, this.#same] = [0, 0];
    for (let item = 0; item < this.#items; item++, from++, to++) {
      const answer = this.#answers[from];
      if (answer < 0 || this.#answers[to] < 0) continue;
      const share = this.#shares[from];
      const right = this.#right[to];
      this.#chances[this.#answered++] = share < 0 ? right : (1 - right) * share;
      if (answer === this.#answers[to]) this.#same++;
    }
    return omegaOf(this.#same, this.#chances.subarray(0, this.#answered));
  }
}

/** Every pair's chance of the same wrong answers, without a model: twice the smaller of both ways; 1 where nothing can be said. */
export function pairWrongMatches(lines: readonly AnswerLine[]): (Pair & { p: number })[] {
  const bySource = lines.map((_, source) => wrongMatchChances(lines, source));
  return Array.from(allPairs(lines.length), ({ one, other }) => {
    const p = Math.min(bySource[one][other] ?? 1, bySource[other][one] ?? 1);
    return { one, other, p: Math.min(1, 2 * p) };
  });
}

/** Every pair's longest run of the same answers, in the order of the questions. */
export function pairRuns(
  lines: readonly AnswerLine[],
  tick: () => void = () => {},
): (Pair & { run: LongestRun | null })[] {
  const odds = sameOdds(lines);
  return Array.from(allPairs(lines.length), ({ one, other }) => {
    if (other === one + 1) tick();
    const both = odds.flatMap((_, item) =>
      lines[one].answers[item] === null || lines[other].answers[item] === null ? [] : [item]
    );
    const same = both.map((item) => lines[one].answers[item] === lines[other].answers[item]);
    return { one, other, run: longestRun(same, both.map((item) => odds[item])) };
  });
}

/** How often any two persons give the same answer to each question, as odds. */
function sameOdds(lines: readonly AnswerLine[]): number[] {
  return (lines[0]?.answers ?? []).map((_, item) => {
    const counts = new Map<number, number>();
    for (const { answers } of lines) {
      const answer = answers[item];
      if (answer !== null) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    }
    const persons = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const same = [...counts.values()].reduce((sum, count) => sum + count * (count - 1) / 2, 0);
    const pairs = persons * (persons - 1) / 2;
    return (same + 0.5) / (pairs - same + 0.5);
  });
}
