import { z } from "zod";
import { wilsonInterval } from "../../scoring/wilson_interval.ts";
import type { Interval } from "../statistics/intervals.ts";

/** One measured figure, as `deno task evaluate --json` prints it a line. Shares are fractions. */
export const Metric = z.strictObject({
  task: z.enum(["T1", "T2", "T3", "T4", "T5", "T6", "paste", "people", "cases", "sittings"]),
  metric: z.string(),
  value: z.number(),
  ci_low: z.number().describe("95 % confidence interval"),
  ci_high: z.number(),
  n: z.int().describe("What was scored: rows, windows, sessions or trajectories"),
  data: z.string(),
  split: z.string(),
  kind: z.enum(["real", "simulated"]),
});
export type Metric = z.infer<typeof Metric>;

/** Where figures come from. */
export type Source = Pick<Metric, "task" | "data" | "split" | "kind">;

/** A figure with its interval. */
export function figure(source: Source, metric: string, value: number, interval: Interval, n: number): Metric {
  return { ...source, metric, value, ci_low: interval.low, ci_high: interval.high, n };
}

/** A share of `total`, with Wilson's interval. */
export function share(source: Source, metric: string, count: number, total: number): Metric {
  return figure(source, metric, count / total, wilsonInterval(count, total), total);
}
