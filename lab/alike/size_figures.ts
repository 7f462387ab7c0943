import type { Random } from "../../scoring/models/random.ts";
import { type AnswerLine, onlyQuestions, tellingQuestions } from "../../server/psychometrics/answer_table.ts";
import { guttmanErrors } from "../../server/psychometrics/guttman_errors.ts";
import { modelAnswers } from "../../server/psychometrics/modelled_answers.ts";
import {
  allPairs,
  type Pair,
  pairMatches,
  pairRuns,
  pairWrongMatches,
} from "../../server/psychometrics/pair_figures.ts";
import { rightShares, timeFigures } from "../../server/psychometrics/person_figures.ts";
import { personFit } from "../../server/psychometrics/person_fit.ts";
import { type AnswersPlan, simulateAnswers, simulateItems, withCopied, withKnown } from "./simulated_answers.ts";

/** One person in so many has copied, and another one has known answers beforehand. */
const ONE_IN = 20;
/** Of all questions. */
const COPIED_SHARE = 0.6;
const KNOWN_SHARE = 0.3;

/** What is counted of an index. */
interface Count {
  /** Chances of those who did nothing. */
  honest: number[];
  /** Chances of those who did. */
  others: number[];
}

/** Chances by index and where its parameters came from, such as `same 2pl`. */
export class SizeFigures {
  readonly #counts = new Map<string, Count>();

  add(index: string, p: number, isHonest: boolean): void {
    const count = this.#counts.get(index) ?? { honest: [], others: [] };
    this.#counts.set(index, count);
    (isHonest ? count.honest : count.others).push(p);
  }

  /** Share of those who did nothing whose chance is at most this. */
  falseRate(index: string, level: number): number {
    return shareAtMost(this.#counts.get(index)?.honest ?? [], level);
  }

  /** Share of those who did. */
  foundRate(index: string, level: number): number {
    return shareAtMost(this.#counts.get(index)?.others ?? [], level);
  }
}

/** Simulates exams of one size and counts what each index says of them. */
export function sizeFigures(random: Random, plan: AnswersPlan, exams: number): SizeFigures {
  const figures = new SizeFigures();
  for (let exam = 0; exam < exams; exam++) countExam(random, plan, figures);
  return figures;
}

function countExam(random: Random, plan: AnswersPlan, figures: SizeFigures): void {
  const simulated = simulateItems(random, plan);
  const honest = simulateAnswers(random, simulated, plan.persons);
  const groups = Math.max(1, Math.floor(plan.persons / ONE_IN));
  const copiers = new Map(Array.from({ length: groups }, (_, group) => [3 * group + 1, 3 * group]));
  const knowing = new Set(Array.from({ length: groups }, (_, group) => 3 * group + 2));
  const whole = honest.map((line, person) => {
    const source = copiers.get(person);
    if (source !== undefined) return withCopied(random, line, honest[source], Math.round(COPIED_SHARE * plan.items));
    return knowing.has(person) ? withKnown(simulated, line, Math.round(KNOWN_SHARE * plan.items)) : line;
  });
  const kept = tellingQuestions(whole);
  const lines = onlyQuestions(whole, kept);

  const addPair = (index: string, { one, other }: Pair, p: number) => {
    const isCopied = copiers.get(other) === one;
    if (isCopied || !(copiers.has(one) || copiers.has(other))) figures.add(index, p, !isCopied);
  };
  const known = kept.map((item) => simulated[item]);
  for (
    const [name, model] of [
      ["known", modelAnswers(lines, "2pl", known)],
      ["2pl", modelAnswers(lines, "2pl")],
      ["rasch", modelAnswers(lines, "rasch")],
    ] as const
  ) {
    const { pairs: found } = pairMatches(lines, model.choices);
    const told = new Map(found.map(({ one, other, p }) => [`${one}-${other}`, p]));
    // Of the others it is known that chance gives them often.
    for (const pair of allPairs(lines.length)) {
      addPair(`same ${name}`, pair, told.get(`${pair.one}-${pair.other}`) ?? 1);
    }
    lines.forEach(({ scores }, person) => {
      if (copiers.has(person) || isAllTheSame(scores)) return;
      figures.add(`fit ${name}`, personFit(model.items, scores, model.abilities[person]).skewedP, !knowing.has(person));
    });
    addTimes(name, (person, item) => model.choices.right(person, item));
  }
  for (const pair of pairWrongMatches(lines)) addPair("same none", pair, pair.p);
  if (plan.persons <= 100) {
    for (const pair of pairRuns(lines)) if (pair.run !== null) addPair("run none", pair, pair.run.p);
  }
  guttmanErrors(lines.map(({ scores }) => scores)).forEach((found, person) => {
    if (found !== null && !copiers.has(person)) figures.add("fit none", found.p, !knowing.has(person));
  });
  const shares = rightShares(lines);
  addTimes("none", (_, item) => shares[item]);

  function addTimes(name: string, chanceRight: (person: number, item: number) => number): void {
    timeFigures(lines, chanceRight).forEach((found, person) => {
      if (found === null || copiers.has(person)) return;
      if (!Number.isNaN(found.fast.p)) figures.add(`fast ${name}`, found.fast.p, !knowing.has(person));
      figures.add(`times ${name}`, found.fit.p, !knowing.has(person));
    });
  }
}

function isAllTheSame(scores: AnswerLine["scores"]): boolean {
  return scores.every((score) => score === scores[0]);
}

function shareAtMost(chances: readonly number[], level: number): number {
  return chances.length === 0 ? NaN : chances.filter((p) => p <= level).length / chances.length;
}
