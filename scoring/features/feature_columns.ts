import type { FeatureName } from "./catalogue.ts";
import { Column } from "./columns.ts";

/** The columns that stand behind a feature, where the events that made it can be told apart from the rest. */
export const FEATURE_COLUMNS: Readonly<Partial<Record<FeatureName, readonly number[]>>> = {
  top_edge_time: [Column.top_ms],
  bottom_edge_time: [Column.bottom_ms],
  std_norm_x: [Column.points],
  std_norm_y: [Column.points],
  shortcut_key_ratio: [Column.shortcuts],
  backspace_ratio: [Column.erasures],
  rapid_key_ratio: [Column.rapid],
  clipboard_operation_rate: [Column.copies, Column.outside_pastes],
  tab_switch_count: [Column.tab_switches],
  total_blur_duration: [Column.away_ms],
  rapid_switch_count: [Column.rapid_switches],
  suspicious_resize_count: [Column.resizes],
};
