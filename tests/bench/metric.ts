/** One measured line, as `deno task bench --json` prints it. */
export interface Measured {
  metric: string;
  value: number;
  unit: string;
  /** What is aimed at, `≥ 0.6`; `report` where there is no goal. */
  goal: string;
  /** How many of what the value is of: rounds, samples, students; the note says which. */
  n: number;
  note: string;
}

/** What a measurement may use. */
export interface Bench {
  /** Only that it runs: small numbers, one round. */
  isShort: boolean;
  /** Rounds that the median is of. */
  rounds: number;
  /** A folder of its own, removed at the end. */
  scratch: string;
  /** Says on standard error what is going on. */
  note(text: string): void;
}

/** A measurement that gives one or several metrics. */
export interface Measurement {
  metrics: readonly string[];
  run(bench: Bench): Promise<Measured[]>;
}

/**
 * Whether a value keeps a goal of the form `≥ x` or `≤ x`; null where the goal is no number.
 */
export function keepsGoal(value: number, goal: string): boolean | null {
  const match = /^([≥≤]) ([\d.,]+)$/.exec(goal);
  if (match === null) return null;
  const limit = Number(match[2].replaceAll(",", ""));
  return match[1] === "≥" ? value >= limit : value <= limit;
}
