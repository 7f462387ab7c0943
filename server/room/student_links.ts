import type { CloseReason } from "../../protocol/close_codes.ts";
import { PRESENCE_TIMEOUT_MS, SILENT_AFTER_MS } from "../../protocol/limits.ts";
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
  /** When something was last captured, or could have been. */
  capturedAt: number;
  isSilent: boolean;
}

const ABSENT: Presence = { connected: false, lastSeen: 0, isSilent: false };

/** Who comes back after a silence has this long to send what is captured, ms. */
const RETURN_MS = 10_000;

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
    this.#attached.set(attempt.attemptId, arrived(attempt, link, now));
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
    allowReturn(attached, now);
    return true;
  }

  /** Takes note that something of a student was captured. */
  captured(attemptId: string, now: number): void {
    const attached = this.#attached.get(attemptId);
    if (attached === undefined) return;
    attached.capturedAt = now;
    attached.isSilent = false;
  }

  /** Takes note that an attempt goes on after it stood still, when nothing is captured. */
  goesOn(attemptId: string, now: number): void {
    const attached = this.#attached.get(attemptId);
    if (attached !== undefined) allowReturn(attached, now);
  }

  /** Takes note that a student's page was heard of by REST. @returns Whether that is news, as in {@link touch}. */
  heard(attempt: LiveAttempt, now: number): boolean {
    const attached = this.#attached.get(attempt.attemptId);
    if (attached !== undefined) return this.touch(attempt.attemptId, now);
    this.#attached.set(attempt.attemptId, arrived(attempt, null, now));
    return true;
  }

  presence(attemptId: string): Presence {
    const attached = this.#attached.get(attemptId);
    if (attached === undefined) return ABSENT;
    const { isHere, lastSeen, isSilent } = attached;
    return { connected: isHere, lastSeen, isSilent };
  }

  /** Attempts whose students have not been heard of, or that have not been captured, for too long, since the last look. */
  sweep(now: number): LiveAttempt[] {
    const news: LiveAttempt[] = [];
    for (const attached of this.#attached.values()) {
      if (!attached.isHere) continue;
      if (now - attached.lastSeen <= PRESENCE_TIMEOUT_MS) {
        if (attached.isSilent || !isDue(attached, now)) continue;
        attached.isSilent = true;
        news.push(attached.attempt);
        continue;
      }
      attached.isHere = false;
      news.push(attached.attempt);
      // Who has no socket tells of going by saying nothing.
      if (attached.link === null) this.#attached.delete(attached.attempt.attemptId);
    }
    return news;
  }

  /** Closes every socket, such as before the server stops. */
  closeAll(reason: CloseReason): void {
    for (const { link } of this.#attached.values()) link?.close(reason);
  }
}

function arrived(attempt: LiveAttempt, link: StudentLink | null, now: number): Attached {
  const { head, record } = attempt;
  // A connection made anew ends no silence: what counts is what was stored.
  const capturedAt = Math.max(head.lastSeen, record.startedAt);
  const attached = { attempt, link, lastSeen: now, isHere: true, capturedAt, isSilent: false };
  allowReturn(attached, now);
  return attached;
}

function allowReturn(attached: Attached, now: number): void {
  attached.capturedAt = Math.max(attached.capturedAt, now - SILENT_AFTER_MS + RETURN_MS);
  attached.isSilent = false;
}

function isDue({ attempt, capturedAt }: Attached, now: number): boolean {
  return attempt.head.state === "active" && now - capturedAt >= SILENT_AFTER_MS;
}
