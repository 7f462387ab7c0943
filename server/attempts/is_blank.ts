import type { CapturedEvent } from "../../protocol/events.ts";
import type { AttemptHead } from "../store/attempt_record.ts";

/** Whether nothing was written or chosen in an attempt. Heads of older versions do not say: there, any batch may have. */
export function isBlank({ hasWritten, lastSeq }: Pick<AttemptHead, "hasWritten" | "lastSeq">): boolean {
  return !(hasWritten ?? lastSeq > 0);
}

/** Whether events write or choose something, be it applied or not. */
export function doWrite(events: readonly CapturedEvent[]): boolean {
  return events.some(({ type }) => type === "answer_edit" || type === "answer_select");
}
