import { KeyContext } from "./key_context.ts";
import * as at from "./key_statistics.ts";

/** Names of {@link rhythmFeatures}, in order. Log times are natural logs of ms. */
export const RHYTHM_FEATURES = [
  "second_letter",
  "early_letter",
  "late_letter",
  "first_letter",
  "space_after_letter",
  "space_after_punctuation",
  "punctuation_after_letter",
  "erase_again",
  "after_erase",
  "first_erase",
  "new_line",
  "word_spread",
  "first_spread",
  "space_spread",
  "erase_spread",
  "word_p05",
  "word_p15",
  "word_p30",
  "word_p50",
  "word_p70",
  "word_p85",
  "word_p95",
  "first_p20",
  "first_p50",
  "first_p80",
  "space_p20",
  "space_p50",
  "space_p80",
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

const USUAL_LOG_INTERVAL = Math.log(200);
const USUAL_SPREAD = 0.45;
/** A context's mean is averaged with this many keys at the mean of in-word letters: a context seen twice says little. */
const MEAN_PRIOR = 4;
const SPREAD_PRIOR = 6;
const WORD_SHARES = [0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95];
const EDGE_SHARES = [0.2, 0.5, 0.8];

/**
 * A stretch of keys as {@link RHYTHM_FEATURES}: typical inter-key time of each context, spreads, quantiles, how often
 * a pause, a correction or a new word comes, and how much one interval differs from the next.
 *
 * Every feature is drawn towards a usual value where little was seen, so that all are finite for any statistics.
 *
 * @param values Statistics of the stretch.
 * @param into Where to write, {@link RHYTHM_FEATURES} long.
 */
export function rhythmFeatures(values: Float64Array, into: Float64Array): void {
  const word = group(values, KeyContext.SecondLetter, KeyContext.LateLetter);
  const typical = word.count > 0 ? word.mean : USUAL_LOG_INTERVAL;
  let next = 0;
  for (let context = 0; context <= KeyContext.NewLine; context++) {
    const count = values[at.CORE_COUNT + context];
    const sum = values[at.CORE_SUM + context] / at.LOG_STEPS;
    into[next++] = (sum + MEAN_PRIOR * typical) / (count + MEAN_PRIOR);
  }
  into[next++] = logSpread(word);
  into[next++] = logSpread(group(values, KeyContext.FirstLetter, KeyContext.FirstLetter));
  into[next++] = logSpread(group(values, KeyContext.SpaceAfterLetter, KeyContext.SpaceAfterLetter));
  into[next++] = logSpread(group(values, KeyContext.EraseAgain, KeyContext.EraseAgain));
  next = quantiles(values, at.WORD_HISTOGRAM, WORD_SHARES, typical, into, next);
  next = quantiles(values, at.FIRST_HISTOGRAM, EDGE_SHARES, typical, into, next);
  next = quantiles(values, at.SPACE_HISTOGRAM, EDGE_SHARES, typical, into, next);

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

/** Quantiles of a histogram at ascending shares, as `histogramQuantile` has each; all in one pass. */
function quantiles(
  values: Float64Array,
  from: number,
  shares: readonly number[],
  typical: number,
  into: Float64Array,
  next: number,
): number {
  const { low, width } = at.INTERVAL_SCALE;
  const last = next + shares.length;
  let total = 0;
  for (let bin = 0; bin < at.INTERVAL_BINS; bin++) total += values[from + bin];
  if (total <= 0) {
    while (next < last) into[next++] = typical;
    return next;
  }
  let which = 0;
  let seen = 0;
  for (let bin = 0; bin < at.INTERVAL_BINS && next < last; bin++) {
    const count = values[from + bin];
    while (count > 0 && next < last && seen + count >= shares[which] * total) {
      into[next++] = low + (bin + (shares[which++] * total - seen) / count) * width;
    }
    seen += count;
  }
  while (next < last) into[next++] = low + at.INTERVAL_BINS * width;
  return next;
}

/** Log odds of `count` in `all`, with `prior` events added to the one side and 20 to the other. */
function logOdds(count: number, all: number, prior: number): number {
  return Math.log((count + prior) / (Math.max(0, all - count) + 20));
}
