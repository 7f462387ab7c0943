import type { Attempts } from "../attempts/attempts.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import type { Room } from "./room.ts";
import { type Presence, roomStudent } from "./room_student.ts";

/** Attempts of one page: read from the store at once, and then the event loop has its turn. */
const PAGE = 256;

/** What this instance knows of students by itself. */
interface Known {
  links: { presence(attemptId: string): Presence };
  /** Brings the room up to date with an attempt that is in memory here. */
  show(attempt: LiveAttempt): void;
}

/** Reads the attempts of an exam, and what alerts are open, into its room. */
export async function loadRoom(room: Room, attempts: Attempts, known: Known): Promise<void> {
  const { examAttempts, alerts } = attempts.stores;
  let group: string[] = [];
  for await (const attemptId of examAttempts.list(room.examId)) {
    // What is in memory here is newer than what any store says.
    const live = attempts.peek(attemptId);
    if (live !== null) {
      known.show(live);
      continue;
    }
    group.push(attemptId);
    if (group.length < PAGE) continue;
    await loadGroup(room, attempts, known, group);
    group = [];
  }
  await loadGroup(room, attempts, known, group);
  for (const alert of await alerts.list(room.examId)) room.alert(alert);
}

async function loadGroup(room: Room, attempts: Attempts, known: Known, attemptIds: string[]): Promise<void> {
  if (attemptIds.length === 0) return;
  for (const { record, head } of await attempts.stores.attempts.getMany(attemptIds)) {
    const { attemptId } = record;
    const live = attempts.peek(attemptId);
    if (live !== null) known.show(live);
    else if (room.student(attemptId) === null) {
      room.update(roomStudent(record, head, known.links.presence(attemptId)), false, head.trend);
    }
  }
}
