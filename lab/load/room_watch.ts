import { SessionAnswer } from "../../protocol/session.ts";
import { Histogram } from "./histogram.ts";
import { LoadProctor } from "./load_proctor.ts";
import type { LoadStudent } from "./load_student.ts";

/** Where a room is, and who may see it. */
interface Room {
  url: string;
  /** Of a member of staff. */
  token: string;
  examId: string;
}

/** Proctors who watch the room of a run: how long after a sending they see it, and in how many bytes. */
export class RoomWatch {
  /** From a student's sending to the frame that shows it, … */
  readonly push = new Histogram();
  /** … and to one with another level. */
  readonly alert = new Histogram();
  frameBytes = 0;
  frameChanges = 0;
  readonly #students = new Map<string, LoadStudent>();
  #proctors: LoadProctor[] = [];

  /** Opens a room as often as it has proctors. @throws {RangeError} (rejects) With the server's words. */
  async open(room: Room, students: readonly LoadStudent[], proctors: number): Promise<void> {
    for (const student of students) this.#students.set(student.attemptId, student);
    this.#proctors = Array.from({ length: proctors }, () => this.#watch(room));
    await Promise.all(this.#proctors.map((proctor) => proctor.joined));
  }

  /** Forgets what was seen so far. */
  clear(): void {
    this.push.clear();
    this.alert.clear();
    this.frameBytes = this.frameChanges = 0;
  }

  /** Everybody goes. */
  leave(): void {
    for (const proctor of this.#proctors) proctor.leave();
  }

  #watch({ url, token, examId }: Room): LoadProctor {
    const seen = new Map<string, number>();
    const levels = new Map<string, string>();
    return new LoadProctor(url, token, examId, {
      frame: (changes, bytes) => {
        const now = performance.timeOrigin + performance.now();
        this.frameBytes += bytes;
        this.frameChanges += changes.length;
        for (const { attempt_id, last_seen, level } of changes) {
          const student = this.#students.get(attempt_id);
          if (student === undefined || last_seen === undefined || seen.get(attempt_id) === student.sent) continue;
          if (student.sent === 0 || last_seen < Math.floor(student.sentAtWall)) continue;
          seen.set(attempt_id, student.sent);
          this.push.record(now - student.sentAtWall);
          if (level === undefined || level === (levels.get(attempt_id) ?? "low")) continue;
          levels.set(attempt_id, level);
          this.alert.record(now - student.sentAtWall);
        }
      },
    });
  }
}

/** Signs a member of staff in. @returns Their token. @throws {RangeError} (rejects) With the server's words. */
export async function signIn(url: string, username: string, password: string): Promise<string> {
  const answer = await fetch(new URL("/api/session", url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new RangeError(`Cannot sign in: ${answer.status} ${await answer.text()}`);
  return SessionAnswer.parse(await answer.json()).token;
}
