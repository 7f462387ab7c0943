import * as at from "./key_statistics.ts";

/**
 * Names of {@link dwellFeatures}, in order. All need key-ups. Log times are natural logs of ms; all but `letter` and
 * the odds stand beside the typical letter, so that a keyboard which reports every key longer changes that one alone.
 */
export const DWELL_FEATURES = [
  "letter",
  "first_letter",
  "space",
  "erase",
  "letter_spread",
  "letter_lower",
  "letter_middle",
  "letter_upper",
  "rollover_word_odds",
  "rollover_first_odds",
  "rollover_space_odds",
  "letter_change",
  "interval_correlation",
  "letter_to_interval",
] as const;

const USUAL_LOG_DWELL = Math.log(95);
const USUAL_SPREAD = 0.3;
const USUAL_INTERVAL_VARIANCE = 0.2;
/** Means, spreads and correlations are averaged with this many keys as usual: what was seen twice says little. */
const LETTER_PRIOR = 2;
const OFFSET_PRIOR = 4;
const ERASE_OFFSET = -0.05;
const ERASE_PRIOR = 6;
const SPREAD_PRIOR = 6;
const CORRELATION_PRIOR = 2;
/** Edges of the slices whose means are features, as shares of a stretch's letters. */
const SLICES = [0.1, 0.3, 0.7, 0.9];

/** A stretch with fewer letters whose dwell is known says nothing about dwell. */
const MIN_DWELLS = 60;

/** Whether a stretch holds enough letters whose dwell is known. */
export function hasDwells(values: Float64Array): boolean {
  return values[at.DWELL_COUNT + at.DwellGroup.InWord] + values[at.DWELL_COUNT + at.DwellGroup.FirstLetter] >=
    MIN_DWELLS;
}

/** Typical dwell of in-word letters in ms, by the mean of logs; null where none was seen. */
export function typicalDwell(values: Float64Array): number | null {
  const letters = values[at.DWELL_COUNT + at.DwellGroup.InWord];
  return letters <= 0 ? null : Math.exp(values[at.DWELL_SUM + at.DwellGroup.InWord] / letters / at.LOG_STEPS);
}

/**
 * How long a stretch's keys were held, as {@link DWELL_FEATURES}: the typical letter, other keys beside it, spread and
 * slices, how often a key comes while the one before is still down, and how dwells go with each other and with the
 * intervals. Finite for any statistics.
 *
 * @param values Statistics of the stretch.
 * @param into Where to write, {@link DWELL_FEATURES} long.
 */
export function dwellFeatures(values: Float64Array, into: Float64Array): void {
  const letters = values[at.DWELL_COUNT + at.DwellGroup.InWord];
  const letterSum = values[at.DWELL_SUM + at.DwellGroup.InWord];
  const letter = (letterSum / at.LOG_STEPS + LETTER_PRIOR * USUAL_LOG_DWELL) / (letters + LETTER_PRIOR);
  let next = 0;
  into[next++] = letter;
  into[next++] = besideLetter(values, at.DwellGroup.FirstLetter, letter, 0, OFFSET_PRIOR);
  into[next++] = besideLetter(values, at.DwellGroup.Space, letter, 0, OFFSET_PRIOR);
  into[next++] = besideLetter(values, at.DwellGroup.Erase, letter, ERASE_OFFSET, ERASE_PRIOR);
  const mean = letters > 0 ? letterSum / letters : 0;
  const squares = Math.max(0, values[at.DWELL_SQUARES + at.DwellGroup.InWord] - mean * letterSum);
  into[next++] = logSpread(squares, letters);
  next = at.sliceMeans(values, at.DWELL_HISTOGRAM, at.DWELL_BINS, at.DWELL_SCALE, SLICES, letter, into, next);
  into[next++] = rolloverOdds(values, at.RolloverPlace.InWord);
  into[next++] = rolloverOdds(values, at.RolloverPlace.FirstLetter);
  into[next++] = rolloverOdds(values, at.RolloverPlace.Space);
  into[next++] = logSpread(values[at.DWELL_CHANGE_SQUARES], values[at.DWELL_CHANGES]);
  pairs(values, into, next);
}

function besideLetter(
  values: Float64Array,
  group: at.DwellGroup,
  letter: number,
  usual: number,
  prior: number,
): number {
  const keys = values[at.DWELL_COUNT + group];
  return (values[at.DWELL_SUM + group] / at.LOG_STEPS - keys * letter + prior * usual) / (keys + prior);
}

/** Log of a standard deviation, from a sum of squares in log steps. */
function logSpread(squares: number, keys: number): number {
  return 0.5 * Math.log((squares / at.LOG_STEPS ** 2 + SPREAD_PRIOR * USUAL_SPREAD ** 2) / (keys + SPREAD_PRIOR));
}

function rolloverOdds(values: Float64Array, place: at.RolloverPlace): number {
  const rolled = values[at.ROLLOVERS + place];
  return Math.log((rolled + 1) / (Math.max(0, values[at.ROLLOVER_COUNT + place] - rolled) + 4));
}

/** How a letter's dwell goes with the interval before it: their correlation, and the mean of one beside the other's. */
function pairs(values: Float64Array, into: Float64Array, next: number): void {
  const keys = values[at.PAIRS];
  const interval = keys > 0 ? values[at.PAIR_INTERVALS] / keys : 0;
  const dwell = keys > 0 ? values[at.PAIR_DWELLS] / keys : 0;
  const unit = at.LOG_STEPS ** 2;
  const together = (values[at.PAIR_PRODUCTS] - keys * interval * dwell) / unit;
  const intervals = Math.max(0, values[at.PAIR_INTERVAL_SQUARES] - keys * interval * interval) / unit;
  const dwells = Math.max(0, values[at.PAIR_DWELL_SQUARES] - keys * dwell * dwell) / unit;
  into[next++] = together / Math.sqrt(
    (intervals + CORRELATION_PRIOR * USUAL_INTERVAL_VARIANCE) * (dwells + CORRELATION_PRIOR * USUAL_SPREAD ** 2),
  );
  into[next] = (dwell - interval) / at.LOG_STEPS;
}
