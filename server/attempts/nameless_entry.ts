import type { LogEntry } from "../../protocol/log_entry.ts";

/**
 * An entry as its student may see it: whether staff did it or took it in, not which account, and without the random bits that keep its
 * hash from telling. The same where none stands in it.
 */
export function namelessEntry(entry: LogEntry): LogEntry {
  if (entry.kind === "batch") {
    if (entry.handed_over_by === undefined) return entry;
    const { salt: _, ...rest } = entry;
    return { ...rest, handed_over_by: "staff" };
  }
  if (entry.by === "student" || entry.by === "system") return entry;
  const { salt: _, ...rest } = entry;
  return { ...rest, by: "staff" };
}
