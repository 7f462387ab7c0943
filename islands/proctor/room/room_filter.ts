import { isOver } from "../../../protocol/exam.ts";
import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import type { RoomLevel } from "../../components/shown_level.ts";
import { roomLevel } from "../room_level.ts";

/** What may be asked for of a student's state. */
export const STATE_FILTERS = [
  "all",
  "needs_me",
  "expected",
  "waiting",
  "active",
  "paused",
  "on_break",
  "locked",
  "finished",
  "disconnected",
  "silent",
  "blank",
  "by_api",
  "flagged",
] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

/**
 * Whose students are shown: everybody's, one's own, those of the groups that one looks after, or those who are under way and whom nobody
 * has taken.
 */
export type Whose =
  | { kind: "anybody" }
  | { kind: "mine"; me: string }
  | { kind: "my_groups"; groups: readonly string[] }
  | { kind: "nobody" };

export const ANYBODYS: Whose = { kind: "anybody" };

/** Which students are shown. */
export interface RoomFilter {
  state: StateFilter;
  level: RoomLevel | "all";
  /** A group of the roster; empty for all. */
  group: string;
  /** Words that all stand in name or number, in any case and without regard to accents. */
  search: string;
  whose: Whose;
}

export const EVERYBODY: RoomFilter = { state: "all", level: "all", group: "", search: "", whose: ANYBODYS };

/**
 * Whether a student is shown under a filter.
 *
 * @param alerted Attempts with an open alert.
 * @example
 * matchesFilter(student, { ...EVERYBODY, state: "active", level: "high", search: "lovelace" });
 */
export function matchesFilter(student: RoomStudent, filter: RoomFilter, alerted: Alerted = NOBODY): boolean {
  return (filter.state === "needs_me" ? needsProctor(student, alerted) : matchesState(student, filter.state)) &&
    matchesLevel(student, filter.level) &&
    (filter.group === "" || student.group === filter.group) && matchesSearch(student, filter.search) &&
    matchesWhose(student, filter.whose);
}

function matchesWhose({ state, taken_by, group }: RoomStudent, whose: Whose): boolean {
  if (whose.kind === "anybody") return true;
  if (whose.kind === "mine") return taken_by === whose.me;
  if (whose.kind === "my_groups") return group !== undefined && whose.groups.includes(group);
  return !taken_by && state !== "expected" && !isOver(state);
}

/** Attempts with an alert that nobody has handled. */
export type Alerted = ReadonlySet<string>;
const NOBODY: Alerted = new Set();

/**
 * Whether a student waits for a proctor: an alert about them is open, they are locked, or they wait to be let in. Whoever was
 * seen to is none of them, until something new happens.
 */
export function needsProctor(
  { attempt_id, state }: Pick<RoomStudent, "attempt_id" | "state">,
  alerted: Alerted,
): boolean {
  return alerted.has(attempt_id) || state === "locked" || state === "waiting";
}

/** Of who has not come there is no level. */
function matchesLevel(student: RoomStudent, level: RoomFilter["level"]): boolean {
  return level === "all" || (student.state !== "expected" && roomLevel(student) === level);
}

/** Whether a student has a break, granted or of their own, which is no pause by a proctor. */
export function isOnBreak({ state, break_until }: Pick<RoomStudent, "state" | "break_until">): boolean {
  return state === "paused" && typeof break_until === "number";
}

function matchesState(student: RoomStudent, state: Exclude<StateFilter, "needs_me">): boolean {
  switch (state) {
    case "all":
      return true;
    case "finished":
      return isOver(student.state);
    case "disconnected":
      return !student.connected && student.state !== "expected" && !isOver(student.state);
    case "blank":
      return student.blank && !isOver(student.state);
    case "paused":
    case "on_break":
      return student.state === "paused" && isOnBreak(student) === (state === "on_break");
    case "silent":
    case "by_api":
      return student[state] === true;
    case "flagged":
      return student.flags > 0;
    default:
      return student.state === state;
  }
}

function matchesSearch(student: RoomStudent, search: string): boolean {
  const words = folded(search).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return true;
  const text = folded(`${student.name} ${student.number ?? ""}`);
  return words.every((word) => text.includes(word));
}

/** Lower case without accents, so that "Bjork" finds "Björk". */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
