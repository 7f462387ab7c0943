import type { LogEntry } from "../../protocol/log_entry.ts";

/** An entry as its student may see it: whether staff did it or took it in, not which account. The same where none stands in it. */
export function namelessEntry(entry: LogEntry): LogEntry {
  if (entry.kind === "batch") return entry.handed_over_by === undefined ? entry : { ...entry, handed_over_by: "staff" };
  return entry.by === "student" || entry.by === "system" ? entry : { ...entry, by: "staff" };
}
