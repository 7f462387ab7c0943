import { isOver } from "../../../protocol/exam.ts";
import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import type { RoomLevel } from "../../components/shown_level.ts";
import { roomLevel } from "../room_level.ts";

/** What may be asked for of a student's state. */
export const STATE_FILTERS = [
  "all",
  "active",
  "paused",
  "locked",
  "finished",
  "disconnected",
  "silent",
  "blank",
  "by_api",
  "flagged",
] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

/** Which students are shown. */
export interface RoomFilter {
  state: StateFilter;
  level: RoomLevel | "all";
  /** Words that all stand in name or number, in any case and without regard to accents. */
  search: string;
}

export const EVERYBODY: RoomFilter = { state: "all", level: "all", search: "" };

/**
 * Whether a student is shown under a filter.
 *
 * @example
 * matchesFilter(student, { state: "active", level: "high", search: "lovelace" });
 */
export function matchesFilter(student: RoomStudent, filter: RoomFilter): boolean {
  return matchesState(student, filter.state) && (filter.level === "all" || roomLevel(student) === filter.level) &&
    matchesSearch(student, filter.search);
}

function matchesState(student: RoomStudent, state: StateFilter): boolean {
  switch (state) {
    case "all":
      return true;
    case "finished":
      return isOver(student.state);
    case "disconnected":
      return !student.connected && !isOver(student.state);
    case "blank":
      return student.blank && !isOver(student.state);
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
