import type { AlikeIndex } from "../../protocol/alike.ts";
import { adjustedChances } from "../psychometrics/adjusted_chances.ts";
import type { AnswerLine } from "../psychometrics/answer_table.ts";
import { guttmanErrors } from "../psychometrics/guttman_errors.ts";
import { modelAnswers, type ModelledAnswers } from "../psychometrics/modelled_answers.ts";
import { type Pair, pairMatches, pairRuns, pairWrongMatches } from "../psychometrics/pair_figures.ts";
import { rightShares, timeFigures } from "../psychometrics/person_figures.ts";
import { personFit } from "../psychometrics/person_fit.ts";
import { sameWrong } from "../psychometrics/wrong_matches.ts";
import { INDEX_SIZES, isUsed, modelFor } from "./index_sizes.ts";

/** An index's figures, of pairs or of persons; those that are plainly chance may be left out. */
export interface IndexFigures<Who> {
  index: AlikeIndex;
  /** How many it was said of. */
  lookedAt: number;
  figures: { who: Who; value: number; p: number; adjusted: number }[];
}

/** Every index that says something of an exam's answers. */
export interface ExamFigures {
  model: ReturnType<typeof modelFor>;
  pairs: IndexFigures<Pair>[];
  persons: IndexFigures<number>[];
}

type Chance<Who> = { who: Who; value: number; p: number } | null;

/**
 * Looks at an exam's answers by every index that it is large enough for.
 *
 * @param lines Of questions that say something about anybody.
 * @param tick Called between steps: throws where it takes too long.
 */
export function examFigures(lines: readonly AnswerLine[], tick: () => void): ExamFigures {
  const questions = lines[0]?.answers.length ?? 0;
  const isLarge = (index: AlikeIndex) => isUsed(INDEX_SIZES[index], lines.length, questions);
  const pairs: IndexFigures<Pair>[] = [];
  const persons: IndexFigures<number>[] = [];
  const model = isLarge("same_answers") ? modelFor(lines.length) : null;
  const modelled = model === null ? null : modelAnswers(lines, model);
  tick();
  if (modelled !== null) {
    const { pairs: found, lookedAt } = pairMatches(lines, modelled.choices, tick);
    pairs.push(adjusted("same_answers", found.map((pair) => ({ who: pair, value: pair.omega, p: pair.p })), lookedAt));
    persons.push(adjusted("misfit", misfits(lines, modelled)));
  }
  if (isLarge("same_wrong")) {
    const found = pairWrongMatches(lines).map((pair): Chance<Pair> => {
      return { who: pair, value: sameWrong(lines[pair.one], lines[pair.other]), p: pair.p };
    });
    pairs.push(adjusted("same_wrong", found));
  }
  if (isLarge("longest_run")) {
    const found = pairRuns(lines, tick).map(({ run, ...pair }) => run && { who: pair, value: run.length, p: run.p });
    pairs.push(adjusted("longest_run", found));
  }
  if (isLarge("guttman_errors")) {
    const found = guttmanErrors(lines.map(({ scores }) => scores));
    persons.push(adjusted("guttman_errors", found.map((one, who) => one && { who, value: one.errors, p: one.p })));
  }
  tick();
  if (isLarge("fast_and_right")) persons.push(...timeIndices(lines, modelled, isLarge("odd_times")));
  return { model, pairs, persons };
}

function misfits(lines: readonly AnswerLine[], { items, abilities }: ModelledAnswers): Chance<number>[] {
  return lines.map(({ scores }, who) => {
    const { lzStar, skewedP } = personFit(items, scores, abilities[who]);
    // Whoever has all right or all wrong fits every ability at the end.
    const isOneSided = !scores.includes(1) || !scores.includes(0);
    return isOneSided ? null : { who, value: lzStar, p: skewedP };
  });
}

function timeIndices(
  lines: readonly AnswerLine[],
  modelled: ModelledAnswers | null,
  isFitUsed: boolean,
): IndexFigures<number>[] {
  const shares = rightShares(lines);
  const found = timeFigures(lines, (person, item) => modelled?.choices.right(person, item) ?? shares[item]);
  const fast = adjusted("fast_and_right", found.map((one, who) => one && { who, ...one.fast }));
  return isFitUsed ? [adjusted("odd_times", found.map((one, who) => one && { who, ...one.fit })), fast] : [fast];
}

function adjusted<Who>(index: AlikeIndex, found: readonly Chance<Who>[], all?: number): IndexFigures<Who> {
  const known = found.flatMap((one) => one === null || Number.isNaN(one.p) || Number.isNaN(one.value) ? [] : [one]);
  const lookedAt = all ?? known.length;
  const chances = adjustedChances(known.map(({ p }) => p), lookedAt);
  return { index, lookedAt, figures: known.map((one, at) => ({ ...one, adjusted: chances[at] ?? 1 })) };
}
