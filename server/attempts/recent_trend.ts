import type { z } from "zod";
import { TREND_STEP_MS, TREND_VALUES } from "../../protocol/proctor_messages.ts";
import type { RecentTrend } from "../store/attempt_record.ts";

type Trend = z.infer<typeof RecentTrend>;

/** Values up to a step, oldest first: a risk holds until another one comes. */
function upTo(trend: Trend, step: number): number[] {
  const values = [...trend.values];
  const last = values.at(-1) ?? 0;
  for (let missing = Math.min(step - trend.step, TREND_VALUES); missing > 0; missing--) values.push(last);
  return values.slice(-TREND_VALUES);
}

/** The trend with a new risk. @param now Server time, ms since 1970. */
export function nextTrend(trend: Trend | undefined, now: number, risk: number): Trend {
  const step = Math.floor(now / TREND_STEP_MS);
  const value = Math.round(risk);
  if (trend === undefined) return { step, values: [value] };
  // A clock that was set back adds nothing.
  if (step <= trend.step && trend.values.at(-1) === value) return trend;
  const values = upTo(trend, step);
  values[values.length - 1] = value;
  return { step: Math.max(step, trend.step), values };
}

/** A trend's values up to now. */
export function trendUntil(trend: Trend, now: number): number[] {
  return upTo(trend, Math.floor(now / TREND_STEP_MS));
}
