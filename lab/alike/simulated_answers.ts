import type { Random } from "../../scoring/models/random.ts";
import type { AnswerLine } from "../../server/psychometrics/answer_table.ts";
import { chanceRight, type ItemParameters } from "../../server/psychometrics/item_response.ts";
import type { TimeParameters } from "../../server/psychometrics/response_times.ts";
import { between, chance, normal } from "../simulation/distributions.ts";

/** A question with one right and three wrong answers. */
export interface SimulatedItem extends ItemParameters, TimeParameters {
  /** Of each wrong answer: how much it is liked, and by how much more by the able. */
  wrong: readonly { liking: number; slope: number }[];
}

/** What is simulated. */
export interface AnswersPlan {
  persons: number;
  items: number;
  /** How differently the able choose among wrong answers: standard deviation of slopes; 0 where the model is right. */
  wrongSlopes?: number;
}

const RIGHT = 0;
const WRONG_ANSWERS = 3;
/** Standard deviation of speeds, and how far the able are fast. */
const SPEED_SPREAD = 0.3;
const SPEED_BY_ABILITY = 0.3;

/** Questions as exams have them: slopes about 1, difficulties about 0, half a minute each. */
export function simulateItems(random: Random, { items, wrongSlopes = 0 }: AnswersPlan): SimulatedItem[] {
  return Array.from({ length: items }, () => ({
    a: Math.exp(0.3 * normal(random)),
    b: Math.max(-2.5, Math.min(2.5, normal(random))) - 0.5,
    alpha: between(random, 1.5, 2.5),
    beta: 3.4 + 0.5 * normal(random),
    wrong: Array.from(
      { length: WRONG_ANSWERS },
      () => ({ liking: normal(random), slope: wrongSlopes * normal(random) }),
    ),
  }));
}

/** Answers of persons who know nothing of each other. */
export function simulateAnswers(random: Random, items: readonly SimulatedItem[], persons: number): AnswerLine[] {
  return Array.from({ length: persons }, () => {
    const ability = normal(random);
    const speed = SPEED_SPREAD * (SPEED_BY_ABILITY * ability + Math.sqrt(1 - SPEED_BY_ABILITY ** 2) * normal(random));
    const answers = items.map((item) =>
      chance(random, chanceRight(item, ability)) ? RIGHT : wrongAnswer(random, item, ability)
    );
    return {
      answers,
      scores: answers.map((answer) => answer === RIGHT ? 1 : 0),
      logSeconds: items.map(({ alpha, beta }) => beta - speed + normal(random) / alpha),
    };
  });
}

/** The same person with the answers to so many questions in a row taken from another one. */
export function withCopied(random: Random, copier: AnswerLine, source: AnswerLine, count: number): AnswerLine {
  const first = Math.floor(random() * (source.answers.length - count + 1));
  const isTaken = (item: number) => first <= item && item < first + count;
  return {
    ...copier,
    answers: copier.answers.map((answer, item) => isTaken(item) ? source.answers[item] : answer),
    scores: copier.scores.map((score, item) => isTaken(item) ? source.scores[item] : score),
  };
}

/** The same person who knew the answers to so many of the hardest questions beforehand, and took a third of the time. */
export function withKnown(items: readonly SimulatedItem[], person: AnswerLine, count: number): AnswerLine {
  const hardest = items.map(({ b }, item) => ({ b, item })).sort((one, other) => other.b - one.b).slice(0, count);
  const known = new Set(hardest.map(({ item }) => item));
  return {
    answers: person.answers.map((answer, item) => known.has(item) ? RIGHT : answer),
    scores: person.scores.map((score, item) => known.has(item) ? 1 : score),
    logSeconds: person.logSeconds.map((time, item) => known.has(item) && time !== null ? time - Math.log(3) : time),
  };
}

function wrongAnswer(random: Random, { wrong }: SimulatedItem, ability: number): number {
  const weights = wrong.map(({ liking, slope }) => Math.exp(liking + slope * ability));
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => (left -= weight) < 0);
  return 1 + (index < 0 ? weights.length - 1 : index);
}
