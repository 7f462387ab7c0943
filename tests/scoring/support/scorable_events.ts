import { z } from "zod";
import { CapturedEvent } from "../../../protocol/events.ts";

/** Events as the protocol has them, or with an edit's length in place of its text. */
export const ScorableEvents = z.array(z.preprocess((event) => {
  if (typeof event !== "object" || event === null || !("inserted" in event)) return event;
  return typeof event.inserted === "number" ? { ...event, inserted: "x".repeat(event.inserted) } : event;
}, CapturedEvent));
