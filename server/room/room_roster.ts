import { readRoster } from "../exams/roster/roster_lines.ts";
import type { Stores } from "../store/stores.ts";
import type { RosterMember } from "./expected_students.ts";
import type { Room } from "./room.ts";
import { isAccommodated } from "./room_student.ts";

/** How often it is looked whether a roster has changed where the store does not say so, ms. */
const LOOK_EVERY_MS = 2_000;

/** Reads an exam's roster as its room needs it: names, numbers and groups, and no reason for anything. */
async function readMembers(stores: Pick<Stores, "roster">, examId: string): Promise<RosterMember[]> {
  const lines = await readRoster(stores, examId);
  return lines.map(({ studentId, entry }) => ({
    studentId,
    name: entry.student.name,
    number: entry.student.number ?? null,
    group: entry.group ?? null,
    isAccommodated: entry.accommodations !== undefined && isAccommodated(entry.accommodations),
    earlier: entry.earlier ?? [],
  }));
}

/** The rosters of the rooms that are open: read when a room opens, and again whenever staff have changed one. */
export class RoomRosters {
  readonly #stores: Pick<Stores, "roster">;
  /** What ends following a roster, by room. */
  readonly #following = new Map<Room, () => void>();

  constructor(stores: Pick<Stores, "roster">) {
    this.#stores = stores;
  }

  /** Reads an exam's roster into its room, and goes on doing so as it is changed, on whichever instance. */
  async open(room: Room): Promise<void> {
    const { roster } = this.#stores;
    const { examId } = room;
    let known = await roster.revisionMark(examId);
    room.expect(await readMembers(this.#stores, examId));
    this.close(room);
    const stop = roster.watch(examId, LOOK_EVERY_MS, async () => {
      const mark = await roster.revisionMark(examId);
      if (mark === known) return;
      room.expect(await readMembers(this.#stores, examId));
      known = mark;
    });
    this.#following.set(room, stop);
  }

  close(room: Room): void {
    this.#following.get(room)?.();
    this.#following.delete(room);
  }

  closeAll(): void {
    for (const room of [...this.#following.keys()]) this.close(room);
  }
}
