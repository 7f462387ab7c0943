import type { AttemptAction } from "../../protocol/attempt_detail.ts";
import type { LogEntry } from "../../protocol/log_entry.ts";

type Noticed = AttemptAction & Required<Pick<AttemptAction, "notice">>;

/** A notice that its student has not said to have read. */
export function isUnseen(action: AttemptAction): action is Noticed {
  return action.kind === "noticed" && action.notice !== undefined && action.seen_at === undefined &&
    action.withdrawn_at === undefined;
}

/** What a student is told by what their page shows. */
const SHOWN = new Set<string>([
  ...[
    "admitted",
    "paused",
    "resumed",
    "locked",
    "released",
    "extended",
    "accommodated",
  ] satisfies AttemptAction["kind"][],
]);

/** Something that others did to an attempt, that its student's page has not shown so far. */
export function isUnheard({ kind, by, seen_at }: AttemptAction): boolean {
  return SHOWN.has(kind) && by !== "student" && seen_at === undefined;
}

/** What makes an attempt stand still. */
export function isHold({ kind }: Pick<AttemptAction, "kind">): boolean {
  return kind === "paused" || kind === "locked";
}

/** Entries that are staff's own about an attempt, and not of what was captured in it: no student is told of them. */
export const AMONG_STAFF: ReadonlySet<LogEntry["kind"]> = new Set([
  "flag_raised",
  "flag_decided",
  "alert_handled",
  "marked",
  "verdict_given",
  "noted",
]);
