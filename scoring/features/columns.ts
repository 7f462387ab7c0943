/**
 * What is summed over the rolling window, a column each. All integers: shares of the viewport in thousandths, key
 * times in tenths of a millisecond, so that sums are exact.
 */
export const Column = {
  points: 0,
  x: 1,
  xx: 2,
  y: 3,
  yy: 4,
  top_ms: 5,
  bottom_ms: 6,
  path_ms: 7,
  path_px: 8,
  active_ms: 9,
  presses: 10,
  shortcuts: 11,
  erasures: 12,
  rapid: 13,
  intervals: 14,
  dwells: 15,
  dwell: 16,
  dwell_squared: 17,
  flights: 18,
  flight: 19,
  flight_squared: 20,
  copies: 21,
  cuts: 22,
  outside_pastes: 23,
  exam_pastes: 24,
  blurs: 25,
  tab_switches: 26,
  away_ms: 27,
  rapid_switches: 28,
  resizes: 29,
  idle_ms: 30,
  held_ms: 31,
} as const;

/** Number of columns. */
export const COLUMNS = 32;
