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

/** Whether an action is no business of its student: staff's own, or a message that was taken back before it went out. */
export function isUntold({ kind, withdrawn_at }: AttemptAction): boolean {
  return AMONG_STAFF.has(kind) || withdrawn_at !== undefined;
}

/**
 * Whether an entry is no business of its student, as {@link isUntold}.
 *
 * @param withdrawn Numbers of the messages that were taken back.
 */
export function isEntryUntold(entry: LogEntry, withdrawn: ReadonlySet<number>): boolean {
  const { kind, n } = entry;
  return AMONG_STAFF.has(kind) || withdrawn.has(kind === "notice_reached" ? entry.noticed_n : n);
}

/** Numbers of the messages that were taken back before they went out. */
export function withdrawnOf(actions: readonly AttemptAction[]): ReadonlySet<number> {
  return new Set(actions.filter(({ withdrawn_at }) => withdrawn_at !== undefined).map(({ n }) => n));
}
