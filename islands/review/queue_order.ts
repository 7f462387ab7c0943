import type { ReviewRow, ReviewState } from "../../protocol/review.ts";
import type { RiskLevel } from "../../protocol/risk.ts";

/** Columns that the queue is sorted by. */
export const SORTED = ["name", "peak", "flags", "verdict", "assigned_to", "state"] as const;
export type SortedBy = (typeof SORTED)[number];

/** States as filters, in the order in which an attempt goes through them. */
export const STATES = ["to_review", "in_progress", "second", "done"] as const satisfies readonly ReviewState[];

/** What of the queue is shown, and how. */
export interface QueueView {
  state: ReviewState | "all";
  search: string;
  isMine: boolean;
  /** Of the peak. */
  level: RiskLevel | "all";
  /** Only those with open flags. */
  isFlagged: boolean;
  by: SortedBy;
  isDown: boolean;
}

const RANK: Record<ReviewState, number> = { second: 0, to_review: 1, in_progress: 2, done: 3, under_way: 4 };

/** The rows that a view shows, in its order. Attempts under way are in none. */
export function shownRows(rows: readonly ReviewRow[], view: QueueView, viewer: string): ReviewRow[] {
  const sought = view.search.trim().toLocaleLowerCase();
  const turn = view.isDown ? -1 : 1;
  return rows
    .filter(({ state }) => state !== "under_way" && (view.state === "all" || state === view.state))
    .filter(({ assigned_to }) => !view.isMine || assigned_to === viewer)
    .filter(({ level, flags }) => (view.level === "all" || level === view.level) && (!view.isFlagged || flags > 0))
    .filter(({ name, number }) => `${name} ${number ?? ""}`.toLocaleLowerCase().includes(sought))
    .toSorted((a, b) =>
      turn * compare(a, b, view.by) || Math.round(b.peak) - Math.round(a.peak) || a.name.localeCompare(b.name)
    );
}

function compare(a: ReviewRow, b: ReviewRow, by: SortedBy): number {
  // As they are shown: a tenth of a point puts nobody first.
  if (by === "peak") return Math.round(a.peak) - Math.round(b.peak) || a.flags - b.flags;
  if (by === "flags") return a.flags - b.flags;
  if (by === "state") return RANK[a.state] - RANK[b.state];
  return (a[by] ?? "").localeCompare(b[by] ?? "", undefined, { numeric: true });
}

/** The address of what a view shows. */
export function queueQuery({ state, level, isFlagged }: Pick<QueueView, "state" | "level" | "isFlagged">): string {
  return `?state=${state}${level === "all" ? "" : `&level=${level}`}${isFlagged ? "&flags=open" : ""}`;
}

/** How many are in each state, and how far the review is. */
export function countStates(rows: readonly ReviewRow[]): Record<ReviewState, number> {
  const counts: Record<ReviewState, number> = { under_way: 0, to_review: 0, in_progress: 0, second: 0, done: 0 };
  for (const { state } of rows) counts[state]++;
  return counts;
}

/**
 * Attempts beside one, and the next one that waits for the viewer: behind it in the queue, around the end. One that waits for a
 * second person does not wait for whoever proposed it.
 */
export function neighbours(rows: readonly ReviewRow[], attemptId: string, viewer: string) {
  const over = rows.filter(({ state }) => state !== "under_way");
  const at = over.findIndex(({ attempt_id }) => attempt_id === attemptId);
  const behind = [...over.slice(at + 1), ...over.slice(0, Math.max(at, 0))];
  const waits = ({ state, assigned_to, proposed_by }: ReviewRow) =>
    state === "to_review" || (state === "in_progress" && assigned_to === viewer) ||
    (state === "second" && proposed_by !== viewer);
  return {
    previous: over[at - 1] ?? null,
    next: (at === -1 ? undefined : over[at + 1]) ?? null,
    waiting: behind.find(waits) ?? null,
  };
}
