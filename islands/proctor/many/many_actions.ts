import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import { type ActionChoice, type ActionOrder, offeredActions } from "../drawer/actions.ts";
import { isOnBreak } from "../room/room_filter.ts";

/** What can be done to several students at once, in the order in which it is shown. */
export const MANY_CHOICES = [
  "message",
  "pause",
  "resume",
  "extend",
  "lock",
  "release",
  "admit",
  "reopen",
  "release_device",
  "terminate",
] as const satisfies readonly ActionChoice[];
export type ManyChoice = (typeof MANY_CHOICES)[number];

/** Those of several students that something can be done to now. */
export function targetsOf(
  students: readonly RoomStudent[],
  choice: ManyChoice,
  join: "open" | "roster",
): RoomStudent[] {
  return students.filter((student) => offeredActions(student, join).includes(choice));
}

/** What was done to several: what was chosen, or what took it back. */
export type DeedKind = ManyChoice | "withdraw" | "shorten";

/** What takes an action back. */
const UNDOING = { pause: "resume", resume: "pause", lock: "release", release: "lock", extend: "shorten" } as const;
type Undoable = keyof typeof UNDOING;

function isUndoable(kind: DeedKind): kind is Undoable {
  return kind in UNDOING;
}

/** What takes an action back; null where nothing does at once. A message is taken back from whoever it has not reached. */
export function undoingOf(kind: DeedKind, order: ActionOrder): { kind: DeedKind; order: ActionOrder } | null {
  if (!isUndoable(kind)) return null;
  const undoing = UNDOING[kind];
  if (undoing !== "shorten") return { kind: undoing, order: { type: undoing } };
  return order.type === "extend" ? { kind: undoing, order: { type: undoing, minutes: order.minutes } } : null;
}

/**
 * Whether the opposite action leaves a student as they were before: whoever had a break, or was paused when they were
 * locked, would come out of that as well.
 */
export function leavesAsBefore(before: Pick<RoomStudent, "state" | "break_until">, kind: DeedKind): boolean {
  if (!isUndoable(kind)) return false;
  if (kind === "pause" || kind === "lock") return before.state === "active";
  return kind === "extend" || !isOnBreak(before);
}

/** How far an action has come with several students. */
export interface Fate {
  /** Seen on the student's page, or read by the student. */
  seen: number;
  /** Those that wait for their student to be connected. */
  queued: RoomStudent[];
}

/** @param actionIds Of the messages that it went out in. @param students Those that it was done to, as they are now. */
export function fateOf(actionIds: readonly string[], students: readonly RoomStudent[]): Fate {
  const fate: Fate = { seen: 0, queued: [] };
  for (const student of students) {
    const { deed, connected } = student;
    if (deed === undefined || !actionIds.includes(deed.id)) continue;
    if (deed.step === "seen") fate.seen++;
    else if (deed.step === "sent" && !connected) fate.queued.push(student);
  }
  return fate;
}

/** Whether a student's page says that it has shown it. */
export function isFollowed(kind: DeedKind): boolean {
  return kind !== "terminate" && kind !== "release_device" && kind !== "withdraw";
}
