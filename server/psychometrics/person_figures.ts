import type { AnswerLine } from "./answer_table.ts";
import { calibrateTimes } from "./calibrate_times.ts";
import { fastAndRight, timeFit } from "./response_times.ts";

/** What a person's times say. */
export interface TimeFigures {
  /** Whether they follow the questions' at all: sum of squares and its chance. */
  fit: { value: number; p: number };
  /** Whether they were short just where an answer was right against expectation; NaN where none was. */
  fast: { value: number; p: number };
}

/** Times of one question, at least, for it to be looked at; and of one person. */
const LEAST_TIMES = 10;
const LEAST_OWN_TIMES = 8;

/**
 * Times of each person in the lognormal model, whose parameters come from the same exam.
 *
 * @param chanceRight Of a person and a question.
 * @returns Null for a person of fewer than eight times.
 */
export function timeFigures(
  lines: readonly AnswerLine[],
  chanceRight: (person: number, item: number) => number,
): (TimeFigures | null)[] {
  const kept = (lines[0]?.logSeconds ?? []).flatMap((_, item) =>
    lines.filter(({ logSeconds }) => logSeconds[item] !== null).length < LEAST_TIMES ? [] : [item]
  );
  const times = lines.map(({ logSeconds }) => kept.map((item) => logSeconds[item]));
  const parameters = calibrateTimes(times);
  return lines.map(({ scores }, person) => {
    const own = times[person];
    if (own.filter((time) => time !== null).length < LEAST_OWN_TIMES) return null;
    const weights = kept.map((item) => scores[item] === 1 ? 1 - chanceRight(person, item) : 0);
    return { fit: timeFit(parameters, own), fast: fastAndRight(parameters, own, weights) };
  });
}

/** Share of right answers to each question: what is expected of anybody where there is no model. */
export function rightShares(lines: readonly AnswerLine[]): number[] {
  return (lines[0]?.scores ?? []).map((_, item) => {
    const given = lines.flatMap(({ scores }) => scores[item] ?? []);
    return given.length === 0 ? 0 : given.filter((score) => score === 1).length / given.length;
  });
}
