import type { CapturedEvent } from "../../protocol/events.ts";
import type { AttemptHead } from "../store/attempt_record.ts";

type Known = Pick<AttemptHead, "byApi" | "lastSeq" | "hasWritten">;

/** What a batch changes about whether an attempt comes by API. The first one says; a page that begins later ends it. */
export function byApiAfter({ byApi, lastSeq }: Known, events: readonly CapturedEvent[]): Pick<AttemptHead, "byApi"> {
  if (lastSeq > 0 && byApi !== true) return {};
  const isByPage = events.some(({ type }) => type === "capture_start");
  return isByPage && byApi === undefined ? {} : { byApi: !isByPage };
}

/** Whether an attempt comes by API alone: there are batches or answers, and no page has ever begun to capture. */
export function isByApi({ byApi, lastSeq, hasWritten }: Known): boolean {
  return byApi === true || (lastSeq === 0 && hasWritten === true);
}
