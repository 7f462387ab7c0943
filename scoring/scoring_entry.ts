import type { ControlEntry } from "../protocol/log_entry.ts";
import type { ScorableEvent } from "../protocol/scorable_event.ts";

/** What the log says of one entry, without hashes. */
export type ScoringEntry =
  | { kind: "batch"; events: readonly ScorableEvent[]; late: boolean }
  | { kind: "answered"; applied?: boolean; outside_characters?: number }
  | { kind: Exclude<ControlEntry["kind"], "answered"> };
