import type { AlikeAnswers, AlikeFigure, AlikePair, AlikePerson } from "../../protocol/alike.ts";
import { type AnswerLine, onlyQuestions, tellingQuestions } from "../psychometrics/answer_table.ts";
import { sameWrong } from "../psychometrics/wrong_matches.ts";
import type { ExamAnswers } from "./exam_answers.ts";
import { examFigures, type IndexFigures } from "./index_figures.ts";
import { INDEX_SIZES, isUsed } from "./index_sizes.ts";
import { examPassages } from "./exam_passages.ts";
import { AlikeIndex } from "../../protocol/alike.ts";

/** What is told has an adjusted chance of at most this by some index. */
const TOLD = 0.05;

/** Pairs and persons that are told, at most. */
const MOST_TOLD = 200;

/**
 * Compares an exam's students with each other and with what chance gives: a list of places to look at. Pure, and knows of no risk.
 *
 * @param tick Called between steps: throws where it takes too long.
 */
export function compareExam(exam: ExamAnswers, tick: () => void = () => {}): AlikeAnswers {
  const lines = onlyQuestions(exam.lines, tellingQuestions(exam.lines));
  const [persons, questions] = [lines.length, lines[0]?.answers.length ?? 0];
  const { model, pairs, persons: people } = examFigures(lines, tick);
  const looked = new Map([...pairs, ...people].map(({ index, lookedAt }) => [index, lookedAt]));
  const indices = AlikeIndex.options.map((index) => {
    const size = INDEX_SIZES[index];
    return {
      index,
      used: isUsed(size, persons, questions),
      looked_at: looked.get(index) ?? 0,
      least_persons: size.leastPersons,
      least_questions: size.leastQuestions,
      most_persons: size.mostPersons,
    };
  });
  return {
    persons,
    left_out: exam.leftOut,
    questions,
    is_too_small: indices.every(({ used }) => !used),
    model,
    indices,
    pairs: toldOf(pairs, ({ one, other }) => one * persons + other).map(({ who, figures }): AlikePair => ({
      one: exam.attemptIds[who.one],
      other: exam.attemptIds[who.other],
      ...countsOf(lines[who.one], lines[who.other]),
      figures,
    })),
    people: toldOf(people, (person) => person).map(({ who, figures }): AlikePerson => ({
      attempt_id: exam.attemptIds[who],
      figures,
    })),
    texts: examPassages(exam, tick),
  };
}

/** Of whom some index says that it is worth looking: with all their figures, the most unlikely first. */
function toldOf<Who>(indices: readonly IndexFigures<Who>[], keyOf: (who: Who) => number) {
  const told = new Map<number, { who: Who; least: number; figures: Record<string, AlikeFigure> }>();
  for (const { figures } of indices) {
    for (const { who, adjusted } of figures) {
      if (adjusted > TOLD) continue;
      const least = Math.min(adjusted, told.get(keyOf(who))?.least ?? 1);
      told.set(keyOf(who), { who, least, figures: {} });
    }
  }
  for (const { index, figures } of indices) {
    for (const { who, value, p, adjusted } of figures) {
      const one = told.get(keyOf(who));
      if (one !== undefined) one.figures[index] = { value, p, adjusted };
    }
  }
  return [...told.values()].sort((one, other) => one.least - other.least).slice(0, MOST_TOLD);
}

function countsOf(one: AnswerLine, other: AnswerLine) {
  const both = one.answers.flatMap((answer, item) => answer === null || other.answers[item] === null ? [] : [item]);
  return {
    answered: both.length,
    same: both.filter((item) => one.answers[item] === other.answers[item]).length,
    same_wrong: sameWrong(one, other),
  };
}
