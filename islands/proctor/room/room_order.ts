import { isOver } from "../../../protocol/exam.ts";
import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import { type Alerted, matchesFilter, type RoomFilter } from "./room_filter.ts";
import type { RoomRow } from "./room_store.ts";

/** What rows are sorted by. */
export const ROOM_SORTS = ["risk", "name", "last_seen"] as const;
export type RoomSort = (typeof ROOM_SORTS)[number];

/** Compares two names as the page's language sorts them: below 0 where the first stands first. */
export type CompareNames = (a: string, b: string) => number;

/**
 * Attempts in the order in which they are shown.
 *
 * Sorted by risk, those who write stand before those who have not come, and they before those who have finished, whole points decide, and equals
 * keep the order they had: a risk that moves by a tenth moves no row.
 *
 * @param before The order so far; equals keep it, newcomers come after them by name.
 */
export function orderRows(
  rows: ReadonlyMap<string, RoomRow>,
  filter: RoomFilter,
  sort: RoomSort,
  before: readonly string[],
  compareNames: CompareNames,
  alerted?: Alerted,
): string[] {
  const place = new Map(before.map((id, index) => [id, index]));
  const shown: { id: string; student: RoomStudent; place: number }[] = [];
  for (const [id, row] of rows) {
    const student = row.student.peek();
    if (matchesFilter(student, filter, alerted)) shown.push({ id, student, place: place.get(id) ?? Infinity });
  }
  shown.sort((a, b) => compareBy(sort, a.student, b.student, compareNames) || comparePlaces(a, b, compareNames));
  return shown.map((item) => item.id);
}

/**
 * The order while it is held: nobody changes place, newcomers go to the end, who no longer matches stays until
 * it is released, who has left the room goes.
 */
export function heldOrder(
  rows: ReadonlyMap<string, RoomRow>,
  filter: RoomFilter,
  before: readonly string[],
  alerted?: Alerted,
): string[] {
  const known = new Set(before);
  const kept = before.filter((id) => rows.has(id));
  for (const [id, row] of rows) if (!known.has(id) && matchesFilter(row.student.peek(), filter, alerted)) kept.push(id);
  return kept;
}

function compareBy(sort: RoomSort, a: RoomStudent, b: RoomStudent, compareNames: CompareNames): number {
  switch (sort) {
    case "risk":
      return rank(a) - rank(b) || Math.round(b.risk) - Math.round(a.risk);
    case "name":
      return compareNames(a.name, b.name);
    case "last_seen":
      return rank(a) - rank(b) || Number(a.connected) - Number(b.connected) || Math.sign(a.last_seen - b.last_seen);
  }
}

/** Who writes stands before who has not come, and both before who has finished. */
function rank({ state }: RoomStudent): number {
  return state === "expected" ? 1 : isOver(state) ? 2 : 0;
}

function comparePlaces(
  a: { place: number; student: RoomStudent; id: string },
  b: { place: number; student: RoomStudent; id: string },
  compareNames: CompareNames,
): number {
  if (a.place !== b.place) return a.place < b.place ? -1 : 1;
  return compareNames(a.student.name, b.student.name) || (a.id < b.id ? -1 : 1);
}
