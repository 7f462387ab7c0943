import type { CapturedEvent } from "../../protocol/events.ts";
import type { AttemptHead } from "../store/attempt_record.ts";

/** What a batch changes about where an attempt is watched: the last page that began to capture says. */
export function watchedAfter(events: readonly CapturedEvent[]): Pick<AttemptHead, "watchedBy"> {
  const start = events.findLast(({ type }) => type === "capture_start");
  if (start?.type !== "capture_start") return {};
  return { watchedBy: start.by === "page" ? undefined : start.by };
}
