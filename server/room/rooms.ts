import type { Alert } from "../../protocol/proctor_messages.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { AttemptObserver, LiveAttempt, News } from "../attempts/live_attempt.ts";
import { getAttempt } from "../attempts/load_attempt.ts";
import { keys } from "../store/keys.ts";
import { react } from "./reactions.ts";
import { type ProctorSocket, Room, type Schedule } from "./room.ts";
import { roomStudent } from "./room_student.ts";
import { type StudentLink, StudentLinks } from "./student_links.ts";
import { messageOf, riskMessage } from "./student_news.ts";

/** Attempts read from the store at once when a room opens. */
const LOAD_AT_ONCE = 64;

/**
 * The rooms of this instance. It hears of everything that has become durable, and tells whom it concerns: the
 * student on the attempt's socket, and the proctors in the exam's room.
 */
export class Rooms implements AttemptObserver {
  readonly links = new StudentLinks();
  readonly #attempts: Attempts;
  readonly #schedule: Schedule;
  readonly #rooms = new Map<string, Room>();
  readonly #loading = new Map<string, Promise<void>>();
  #isClosing = false;
  /** Told of faults in work that nobody waits for. */
  onFault: (what: string, error: unknown) => void = () => {};

  constructor(attempts: Attempts, schedule: Schedule) {
    this.#attempts = attempts;
    this.#schedule = schedule;
    attempts.observer = this;
  }

  /** Proctors' rooms that are open. */
  get size(): number {
    return this.#rooms.size;
  }

  /** The exam's room; it exists as long as a proctor is in it. */
  #room(examId: string): Room {
    const room = this.#rooms.get(examId);
    if (room !== undefined) return room;
    const opened = new Room(examId, this.#attempts.now(), () => this.#attempts.now(), this.#schedule);
    this.#rooms.set(examId, opened);
    return opened;
  }

  /** Whether a proctor watches an exam. */
  hasProctors(examId: string): boolean {
    return this.#rooms.get(examId)?.hasProctors ?? false;
  }

  /**
   * Lets a proctor into an exam's room.
   *
   * @returns A function that lets the proctor out.
   */
  async join(examId: string, socket: ProctorSocket, since?: number): Promise<() => void> {
    const room = this.#room(examId);
    const loading = this.#loading.get(examId) ?? this.#load(room);
    this.#loading.set(examId, loading);
    await loading;
    const leave = room.join(socket, since);
    return () => {
      leave();
      this.#drop(room);
    };
  }

  /** Makes a socket the attempt's, and shows its student as there. */
  attach(attempt: LiveAttempt, link: StudentLink): void {
    this.#attempts.hold(attempt);
    this.links.attach(attempt, link, this.#attempts.now());
    this.show(attempt, true);
  }

  /** Takes note that a student's socket has closed. */
  detach(attempt: LiveAttempt, link: StudentLink): void {
    this.#attempts.release(attempt);
    if (this.links.detach(attempt.attemptId, link)) this.show(attempt, true);
  }

  /** Takes note of a heartbeat. */
  touch(attempt: LiveAttempt): void {
    if (this.links.touch(attempt.attemptId, this.#attempts.now())) this.show(attempt, true);
  }

  /** Shows who has not been heard of for too long as gone. Called by the housekeeping tick. */
  sweep(): void {
    for (const attempt of this.links.sweep(this.#attempts.now())) this.show(attempt, true);
  }

  /** Brings a room up to date with an attempt. */
  show(attempt: LiveAttempt, urgent = false): void {
    const { record, head } = attempt;
    const student = roomStudent(record, head, this.links.presence(attempt.attemptId));
    this.#rooms.get(record.examId)?.update(student, urgent);
  }

  /** Tells the exam's proctors. */
  alert(examId: string, alert: Alert): void {
    this.#rooms.get(examId)?.alert(alert);
  }

  committed(attempt: LiveAttempt, news: News): void {
    const now = this.#attempts.now();
    const link = this.links.get(attempt.attemptId);
    this.links.touch(attempt.attemptId, now);
    this.show(attempt);
    for (const entry of news.entries) {
      const message = messageOf(attempt, entry, now);
      if (message !== null) link?.send(message);
    }
    const after = attempt.head.risk;
    const before = news.before.risk;
    if (link !== null && (before.level !== after.level || Math.abs(before.risk - after.risk) >= 0.05)) {
      link.send(riskMessage(attempt));
    }
    react(this, attempt, news, now).catch((error) => this.onFault("Carrying out an exam's policy", error));
  }

  lost(attempt: LiveAttempt, reason: "stale" | "unavailable"): void {
    const link = this.links.get(attempt.attemptId);
    link?.close(reason === "stale" && !this.#isClosing ? "taken_over" : "come_back");
  }

  /** Sends every student away with a word to come back. */
  close(): void {
    this.#isClosing = true;
    this.links.closeAll("come_back");
  }

  #drop(room: Room): void {
    if (room.hasProctors) return;
    // Without proctors nobody follows what changes: the next one has the room read anew.
    this.#loading.delete(room.examId);
    this.#rooms.delete(room.examId);
  }

  async #load(room: Room): Promise<void> {
    let group: string[] = [];
    const { kv } = this.#attempts;
    for await (const { key } of kv.list({ prefix: keys.attemptsByExamPrefix(room.examId) })) {
      group.push(String(key[2]));
      if (group.length < LOAD_AT_ONCE) continue;
      await this.#loadGroup(room, group);
      group = [];
    }
    await this.#loadGroup(room, group);
  }

  async #loadGroup(room: Room, attemptIds: string[]): Promise<void> {
    await Promise.all(attemptIds.map(async (attemptId) => {
      const stored = await getAttempt(this.#attempts.kv, attemptId);
      const live = this.#attempts.peek(attemptId);
      if (live !== null) return this.show(live);
      if (stored === null || room.student(attemptId) !== null) return;
      room.update(roomStudent(stored.record, stored.head, this.links.presence(attemptId)));
    }));
  }
}
