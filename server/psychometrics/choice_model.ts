import type { AnswerLine } from "./answer_table.ts";
import { chanceRight, type ItemParameters } from "./item_response.ts";

/** Added to each answer's count, so that a rare one is not thought impossible (Krichevsky and Trofimov). */
const PRIOR_COUNT = 0.5;

/** For each question: how often an answer is given by those who are wrong. */
export type WrongShares = readonly ReadonlyMap<number, number>[];

/** Shares of wrong answers among the wrong ones of each question; one that was never given counts as one more. */
export function wrongShares(lines: readonly AnswerLine[]): WrongShares {
  return (lines[0]?.answers ?? []).map((_, item) => {
    const counts = new Map<number, number>();
    for (const { answers, scores } of lines) {
      const answer = answers[item];
      if (answer !== null && scores[item] === 0) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    }
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0) + PRIOR_COUNT * (counts.size + 1);
    return new Map([...counts].map(([answer, count]) => [answer, (count + PRIOR_COUNT) / all]));
  });
}

/**
 * Chances that persons give other people's answers: right as the 2PL model says; wrong ones as everybody's wrong answers are shared
 * out, whatever the ability. That is a nested logit model (Suh and Bolt 2010) whose wrong answers have no slopes: Bock's nominal
 * model (1972), which Wollack's ω was first written for, needs many more persons to be estimated.
 */
export class ChoiceModel {
  readonly #right: readonly Float64Array[];
  readonly #shares: WrongShares;

  /** @param abilities Of each person. */
  constructor(items: readonly ItemParameters[], abilities: readonly number[], shares: WrongShares) {
    this.#right = abilities.map((ability) => Float64Array.from(items, (item) => chanceRight(item, ability)));
    this.#shares = shares;
  }

  /** Chance that a person answers a question right. */
  right(person: number, item: number): number {
    return this.#right[person][item];
  }

  /** How often those who are wrong give this answer. */
  wrongShare(item: number, answer: number): number {
    return this.#shares[item].get(answer) ?? 0;
  }
}
