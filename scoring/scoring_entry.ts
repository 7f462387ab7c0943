import type { ControlEntry } from "../protocol/log_entry.ts";
import type { KeyEvent, ScorableEvent } from "../protocol/scorable_event.ts";

/** What the log says of one entry, without hashes. `received_at` is server time in ms since 1970, where it is known. */
export type ScoringEntry =
  | { kind: "batch"; events: readonly ScorableEvent[]; late: boolean; received_at?: number; handed_over_by?: string }
  | { kind: "answered"; applied?: boolean; outside_characters?: number; differs?: readonly string[] }
  | { kind: "started"; received_at?: number }
  | { kind: "practised"; events: readonly KeyEvent[] }
  | { kind: Exclude<ControlEntry["kind"], "answered" | "started" | "practised"> };
