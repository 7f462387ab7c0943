import type { CapturedEvent } from "../../protocol/events.ts";
import type { AttemptHead } from "../store/attempt_record.ts";

type Known = Pick<AttemptHead, "hasPage" | "lastSeq" | "hasWritten">;

/** What a head says of an attempt's pages after a batch. What went before pages said so stays unknown, until one does. */
export function pageOf({ hasPage, lastSeq }: Known, events: readonly CapturedEvent[]): Pick<AttemptHead, "hasPage"> {
  if (hasPage || events.some(({ type }) => type === "capture_start")) return { hasPage: true };
  return lastSeq === 0 || hasPage === false ? { hasPage: false } : {};
}

/** Whether an attempt comes by API alone: there are batches or answers, and no page has ever begun to capture. */
export function isByApi({ hasPage, lastSeq, hasWritten }: Known): boolean {
  return hasPage === false || (lastSeq === 0 && hasWritten === true);
}
