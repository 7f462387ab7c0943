import { z } from "zod";
import type { CompositionMeasures } from "../../scoring/composition/composition_features.ts";

const amount = z.string().trim().regex(/^\d+(\.\d+)?$/, "must be a number").transform(Number);
const optional = z.union([z.literal(""), amount]).transform((value) => value === "" ? null : value);

/** One row of `transcription-detection/essays.csv`, by its header's names; of the columns only those read here. */
export const EssayRow = z.object({
  essayID: z.string().min(1),
  condition: z.enum(["authentic", "transcribed"]),
  total_strokes: amount,
  num_of_Pbursts: amount,
  median_length_Pbursts_chars: amount,
  mean_pause_time_in_secs_threshold200: optional,
  mean_pause_time_in_secs_threshold2000: optional,
  average_strokes_per_min: amount,
  sd_strokes_per_min_5_intervals: optional,
  num_of_deletions: amount,
  num_of_insertions: amount,
  product_process_ratio: amount,
});
export type EssayRow = z.infer<typeof EssayRow>;

/** Columns that a table must have. */
export const ESSAY_COLUMNS = Object.keys(EssayRow.shape);

/** A row in the terms that exam events are measured in. */
export function essayMeasures(row: EssayRow): CompositionMeasures {
  return {
    strokes: row.total_strokes,
    pBursts: row.num_of_Pbursts,
    medianBurstCharacters: row.median_length_Pbursts_chars,
    meanPauseSeconds: row.mean_pause_time_in_secs_threshold200 ?? 0,
    meanLongPauseSeconds: row.mean_pause_time_in_secs_threshold2000,
    strokesPerMinute: row.average_strokes_per_min,
    strokesSpread: row.sd_strokes_per_min_5_intervals ?? 0,
    deletions: row.num_of_deletions,
    insertions: row.num_of_insertions,
    productRatio: row.product_process_ratio,
  };
}
