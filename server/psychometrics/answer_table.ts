import type { Score } from "./item_response.ts";
import type { LogTimes } from "./response_times.ts";

/** A person's line of an exam's answers. All lists are in the order of the exam's questions. */
export interface AnswerLine {
  /** Which answer was given: the same number is the same answer, of this question. Null for none, or not in the paper. */
  answers: readonly (number | null)[];
  /** Null where there is no answer. */
  scores: readonly Score[];
  logSeconds: LogTimes;
}

/** The same of some questions alone. */
export function onlyQuestions(lines: readonly AnswerLine[], kept: readonly number[]): AnswerLine[] {
  return lines.map(({ answers, scores, logSeconds }) => ({
    answers: kept.map((item) => answers[item]),
    scores: kept.map((item) => scores[item]),
    logSeconds: kept.map((item) => logSeconds[item]),
  }));
}

/** Questions that some had right and others wrong, so that they say something about anybody. */
export function tellingQuestions(lines: readonly AnswerLine[]): number[] {
  return (lines[0]?.scores ?? []).flatMap((_, item) => {
    const right = lines.filter(({ scores }) => scores[item] === 1).length;
    const wrong = lines.filter(({ scores }) => scores[item] === 0).length;
    return right > 0 && wrong > 0 ? [item] : [];
  });
}
