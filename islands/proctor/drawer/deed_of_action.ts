import type { AttemptAction } from "../../../protocol/attempt_detail.ts";
import type { Deed } from "./deed_text.tsx";
import { answersGiven, extended, locked, paused } from "./feed_line.ts";

/** What was done to an attempt, as a deed that can be said. */
export function deedOfAction({ kind, notice, by, reason, until, at, applied, minutes }: AttemptAction): Deed {
  if (kind === "answered") return answersGiven({ by, reason, applied });
  if (kind === "paused") return { done: paused(until, at, by), by, reason };
  if (kind === "locked") return locked({ by, reason });
  if (kind === "extended" && minutes !== undefined) return { done: extended(minutes), by, reason };
  const key = notice === undefined ? kind : notice === "warning" ? "warned" : "messaged";
  return { done: { key, values: {} }, by, reason };
}
