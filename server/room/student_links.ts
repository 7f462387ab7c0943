import type { CloseReason } from "../../protocol/close_codes.ts";
import { PRESENCE_TIMEOUT_MS } from "../../protocol/limits.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import type { Presence } from "./room_student.ts";

/** The little of a student's socket that the room needs. */
export interface StudentLink {
  send(message: ServerToStudent): void;
  close(reason: CloseReason): void;
}

interface Attached {
  attempt: LiveAttempt;
  /** Null where a student's page has no socket and comes by REST. */
  link: StudentLink | null;
  lastSeen: number;
  isHere: boolean;
}

const ABSENT: Presence = { connected: false, lastSeen: 0 };

/** Students' sockets by attempt: one each, the newest, and whether its student is still heard of, by whichever way. */
export class StudentLinks {
  #attached = new Map<string, Attached>();

  /** Sockets that are attached. */
  get size(): number {
    return this.#attached.size;
  }

  /**
   * Makes a socket the attempt's. An older one is told that it was taken over.
   *
   * @returns Whether there was an older one whose student was still heard of.
   */
  attach(attempt: LiveAttempt, link: StudentLink, now: number): boolean {
    const before = this.#attached.get(attempt.attemptId);
    this.#attached.set(attempt.attemptId, { attempt, link, lastSeen: now, isHere: true });
    if (before?.link == null || before.link === link) return false;
    before.link.close("taken_over");
    return before.isHere && now - before.lastSeen <= PRESENCE_TIMEOUT_MS;
  }

  /** Forgets a socket that has closed. @returns Whether it was the attempt's. */
  detach(attemptId: string, link: StudentLink): boolean {
    if (this.#attached.get(attemptId)?.link !== link) return false;
    return this.#attached.delete(attemptId);
  }

  get(attemptId: string): StudentLink | null {
    return this.#attached.get(attemptId)?.link ?? null;
  }

  /** Takes note that a student was heard of. @returns Whether that is news: the student had been shown as gone. */
  touch(attemptId: string, now: number): boolean {
    const attached = this.#attached.get(attemptId);
    if (attached === undefined) return false;
    attached.lastSeen = now;
    if (attached.isHere) return false;
    attached.isHere = true;
    return true;
  }

  /** Takes note that a student's page was heard of by REST. @returns Whether that is news, as in {@link touch}. */
  heard(attempt: LiveAttempt, now: number): boolean {
    const attached = this.#attached.get(attempt.attemptId);
    if (attached !== undefined) return this.touch(attempt.attemptId, now);
    this.#attached.set(attempt.attemptId, { attempt, link: null, lastSeen: now, isHere: true });
    return true;
  }

  presence(attemptId: string): Presence {
    const attached = this.#attached.get(attemptId);
    return attached === undefined ? ABSENT : { connected: attached.isHere, lastSeen: attached.lastSeen };
  }

  /** Attempts whose students have not been heard of for too long, since the last look. */
  sweep(now: number): LiveAttempt[] {
    const gone: LiveAttempt[] = [];
    for (const attached of this.#attached.values()) {
      if (!attached.isHere || now - attached.lastSeen <= PRESENCE_TIMEOUT_MS) continue;
      attached.isHere = false;
      gone.push(attached.attempt);
      // Who has no socket tells of going by saying nothing.
      if (attached.link === null) this.#attached.delete(attached.attempt.attemptId);
    }
    return gone;
  }

  /** Closes every socket, such as before the server stops. */
  closeAll(reason: CloseReason): void {
    for (const { link } of this.#attached.values()) link?.close(reason);
  }
}
