import type { LoadStudent } from "./load_student.ts";
import { type SocketEnd, wordsOf } from "./socket_end.ts";

/** Sockets that open at once: a hall comes in, it does not stampede. */
const OPENING_AT_ONCE = 200;

const LOOK_EVERY_MS = 5;

/** Nobody more was welcomed for this long: nobody will be, ms. */
const GIVE_UP_MS = 60_000;

/** Not all students came in. */
export class OpeningFailed extends Error {
  override name = "OpeningFailed";

  /** @param end What happened to one of them; null where nothing did, for long. */
  constructor(readonly end: SocketEnd | null, online: number, students: number) {
    const why = end === null ? `nobody was welcomed for ${GIVE_UP_MS / 1_000} s` : wordsOf(end);
    super(`Cannot connect all ${students} students: ${online} were there when ${why}`);
  }
}

/**
 * Connects a hall of students, some at a time, and resolves once everybody is welcomed.
 *
 * @param failed Says how a connection ended, where one has.
 * @throws {OpeningFailed} (rejects) At the first connection that ends, or where nothing happens for a minute.
 */
export async function openStudents(students: readonly LoadStudent[], failed: () => SocketEnd | null): Promise<void> {
  let next = 0;
  let most = -1;
  let progressMs = performance.now();
  for (;;) {
    const online = students.filter((student) => student.isOnline).length;
    if (online === students.length) return;
    if (online > most) progressMs = performance.now();
    most = Math.max(most, online);
    const end = failed();
    if (end !== null || performance.now() - progressMs > GIVE_UP_MS) {
      throw new OpeningFailed(end, online, students.length);
    }
    while (next < students.length && next - online < OPENING_AT_ONCE) students[next++].connect();
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
