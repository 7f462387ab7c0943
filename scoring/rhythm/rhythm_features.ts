import { KeyContext } from "./key_context.ts";
import * as at from "./key_statistics.ts";

/**
 * Names of {@link rhythmFeatures}, in order. Log times are natural logs of ms. All but `pace` stand beside the pace: who
 * types faster all through changes that one alone.
 */
export const RHYTHM_FEATURES = [
  "pace",
  "second_letter",
  "first_letter",
  "space_after_letter",
  "space_after_punctuation",
  "punctuation_after_letter",
  "erase_again",
  "after_erase",
  "first_erase",
  "word_spread",
  "first_spread",
  "space_spread",
  "erase_spread",
  "word_lowest",
  "word_low",
  "word_lower",
  "word_middle",
  "word_upper",
  "word_high",
  "first_lower",
  "first_middle",
  "first_upper",
  "space_middle",
  "space_upper",
  "pause_odds",
  "word_pause_odds",
  "erase_odds",
  "erase_run_odds",
  "navigation_odds",
  "punctuation_odds",
  "word_odds",
  "new_line_odds",
  "word_change",
] as const;

/** Contexts whose mean is a feature: the second letter, and what comes at a word's edge or erases. */
const CONTEXT_MEANS = [
  KeyContext.SecondLetter,
  KeyContext.FirstLetter,
  KeyContext.SpaceAfterLetter,
  KeyContext.SpaceAfterPunctuation,
  KeyContext.PunctuationAfterLetter,
  KeyContext.EraseAgain,
  KeyContext.AfterErase,
  KeyContext.FirstErase,
] as const;

const USUAL_LOG_INTERVAL = Math.log(200);
const USUAL_SPREAD = 0.45;
/** A context's mean is averaged with this many keys at the mean of in-word letters: a context seen twice says little. */
const MEAN_PRIOR = 4;
const SPREAD_PRIOR = 6;
/** Edges of the slices whose means are features, as shares of a stretch's keys. */
const WORD_SLICES = [0, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9];
const FIRST_SLICES = [0, 0.35, 0.65, 1];
const SPACE_SLICES = [0.35, 0.65, 1];

/**
 * A stretch of keys as {@link RHYTHM_FEATURES}: the pace, and beside it the typical inter-key time of each context,
 * spreads, slices of the distributions, how often a pause, a correction or a new word comes, and how much one interval
 * differs from the next.
 *
 * Every feature is drawn towards a usual value where little was seen, so that all are finite for any statistics.
 *
 * @param values Statistics of the stretch.
 * @param into Where to write, {@link RHYTHM_FEATURES} long.
 */
export function rhythmFeatures(values: Float64Array, into: Float64Array): void {
  const word = group(values, KeyContext.SecondLetter, KeyContext.LateLetter);
  const pace = word.count > 0 ? word.mean : USUAL_LOG_INTERVAL;
  let next = 0;
  into[next++] = pace;
  for (const context of CONTEXT_MEANS) {
    const count = values[at.CORE_COUNT + context];
    into[next++] = (values[at.CORE_SUM + context] / at.LOG_STEPS - count * pace) / (count + MEAN_PRIOR);
  }
  into[next++] = logSpread(word);
  into[next++] = logSpread(group(values, KeyContext.FirstLetter, KeyContext.FirstLetter));
  into[next++] = logSpread(group(values, KeyContext.SpaceAfterLetter, KeyContext.SpaceAfterLetter));
  into[next++] = logSpread(group(values, KeyContext.EraseAgain, KeyContext.EraseAgain));
  next = slices(values, at.WORD_HISTOGRAM, WORD_SLICES, pace, into, next);
  next = slices(values, at.FIRST_HISTOGRAM, FIRST_SLICES, pace, into, next);
  next = slices(values, at.SPACE_HISTOGRAM, SPACE_SLICES, pace, into, next);

  const all = values[at.COUNT];
  const count = (context: KeyContext) => values[at.CONTEXT_COUNT + context];
  into[next++] = logOdds(values[at.LONG_PAUSES], all, 1);
  into[next++] = logOdds(values[at.WORD_PAUSES], all, 1);
  into[next++] = logOdds(count(KeyContext.EraseAgain) + count(KeyContext.FirstErase), all, 1);
  into[next++] = logOdds(count(KeyContext.FirstErase), all, 1);
  into[next++] = logOdds(count(KeyContext.Navigation), all, 0.5);
  into[next++] = logOdds(count(KeyContext.PunctuationAfterLetter), all, 0.5);
  into[next++] = logOdds(count(KeyContext.FirstLetter), all, 1);
  into[next++] = logOdds(count(KeyContext.NewLine), all, 0.3);
  const changes = values[at.CHANGES];
  const squares = values[at.CHANGE_SQUARES] / at.LOG_STEPS ** 2;
  into[next++] = 0.5 * Math.log((squares + SPREAD_PRIOR * 0.25) / (changes + SPREAD_PRIOR));
}

/** Median time between letters of a word in ms, from the histogram at `from`; a usual one where there is none. */
export function typicalInterval(values: Float64Array, from: number): number {
  const middle = at.histogramQuantile(values, from, at.INTERVAL_BINS, 0.5, at.INTERVAL_SCALE);
  return Math.exp(middle ?? USUAL_LOG_INTERVAL);
}

interface Group {
  count: number;
  mean: number;
  squares: number;
}

function group(values: Float64Array, first: KeyContext, last: KeyContext): Group {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let context = first; context <= last; context++) {
    count += values[at.CORE_COUNT + context];
    sum += values[at.CORE_SUM + context];
    squares += values[at.CORE_SQUARES + context];
  }
  const mean = count > 0 ? sum / count : 0;
  return { count, mean: mean / at.LOG_STEPS, squares: Math.max(0, squares - mean * sum) / at.LOG_STEPS ** 2 };
}

function logSpread({ count, squares }: Group): number {
  return 0.5 * Math.log((squares + SPREAD_PRIOR * USUAL_SPREAD ** 2) / (count + SPREAD_PRIOR));
}

function slices(
  values: Float64Array,
  from: number,
  shares: readonly number[],
  pace: number,
  into: Float64Array,
  next: number,
): number {
  return at.sliceMeans(values, from, at.INTERVAL_BINS, at.INTERVAL_SCALE, shares, pace, into, next);
}

/** Log odds of `count` in `all`, with `prior` events added to the one side and 20 to the other. */
function logOdds(count: number, all: number, prior: number): number {
  return Math.log((count + prior) / (Math.max(0, all - count) + 20));
}
