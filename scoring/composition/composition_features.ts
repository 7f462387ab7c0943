/** How a text came about, in the terms of the transcription data set (Crossley et al., EDM 2024). */
export interface CompositionMeasures {
  /** Key presses and touch inputs that wrote or erased. */
  strokes: number;
  /** Bursts between pauses of 2 s. */
  pBursts: number;
  /** Median characters of such a burst. */
  medianBurstCharacters: number;
  /** Mean of the pauses of at least 200 ms, s. */
  meanPauseSeconds: number;
  /** Mean of the pauses of at least 2 s, s; null where there was none. */
  meanLongPauseSeconds: number | null;
  strokesPerMinute: number;
  /** Standard deviation of strokes per minute over five equal parts of the time. */
  strokesSpread: number;
  /** Runs of erasing. */
  deletions: number;
  /** Runs of writing behind the leading edge. */
  insertions: number;
  /** Characters of the text over characters written, in [0, 1]. */
  productRatio: number;
}

/** Names of {@link compositionFeatures}, in order. */
export const COMPOSITION_FEATURES = [
  "p_bursts",
  "burst_characters",
  "pause",
  "long_pause",
  "strokes_per_minute",
  "strokes_spread",
  "deletions",
  "insertions",
  "lost_share",
] as const;

/** Counts are scaled to a text of this many strokes: an answer's length must not tell how it was written. */
const STROKES = 2_000;

/**
 * The measures as models read them: logs, and counts in proportion to the length of the text.
 *
 * Of the data set's eleven, the median pause is left out (it is the same for copied and composed text), and with it the
 * standard deviation of pauses, whose column repeats the median in every row.
 *
 * @param measures Of one text.
 * @param into {@link COMPOSITION_FEATURES} long.
 */
export function compositionFeatures(measures: CompositionMeasures, into: Float64Array): void {
  const perText = STROKES / Math.max(1, measures.strokes);
  into[0] = Math.log(measures.pBursts * perText + 2);
  into[1] = Math.log(measures.medianBurstCharacters + 1);
  into[2] = Math.log(measures.meanPauseSeconds + 0.05);
  into[3] = Math.log((measures.meanLongPauseSeconds ?? 0) + 0.05);
  into[4] = Math.log(measures.strokesPerMinute + 5);
  into[5] = Math.log(measures.strokesSpread + 3);
  into[6] = Math.log(measures.deletions * perText + 2);
  into[7] = Math.log(measures.insertions * perText + 1);
  into[8] = Math.log(1.03 - Math.min(1, Math.max(0, measures.productRatio)));
}
