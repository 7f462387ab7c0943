import type { NewEntry } from "../log/entry.ts";

/** Whether an entry brings what a student's page has captured. */
export function isCaptured(entry: NewEntry): boolean {
  return entry.kind === "batch" && entry.handed_over_by === undefined;
}

/** Whether an entry lets the student write who could not. */
export function isGoingOn({ kind }: NewEntry): boolean {
  return kind === "resumed" || kind === "released" || kind === "admitted";
}

/** Whether an entry says that its student is there: what others do to an attempt says nothing of that. */
export function isFromStudent(entry: NewEntry): boolean {
  return entry.kind === "batch" ? entry.handed_over_by === undefined : entry.by === "student";
}
