import type { CapturedEvent } from "../../protocol/events.ts";
import type { AttemptFold } from "./attempt_fold.ts";

/**
 * Which edits and choices of a batch are evidence alone: those that came out of time, and those of questions that were left
 * behind in an exam that is sat forward only.
 *
 * @param folded Up to the entry before the batch.
 * @param isOverdue As `EditClock.keptOf` takes it.
 * @returns Their indices, in order.
 */
export function keptEdits(
  { clock, path }: Pick<AttemptFold, "clock" | "path">,
  events: readonly CapturedEvent[],
  receivedAt: number,
  isOverdue: boolean,
): number[] {
  const outOfTime = clock.keptOf(events, receivedAt, isOverdue);
  const left = path.keptOf(events);
  if (left.length === 0) return outOfTime;
  return [...new Set([...outOfTime, ...left])].sort((a, b) => a - b);
}
