import { FRAMES_PER_SECOND } from "../../protocol/limits.ts";
import { type Alert, MOST_ALERTS_SENT } from "../../protocol/alert.ts";
import type {
  AlertsHandled,
  PresentStudent,
  RoomChange,
  RoomStudent,
  ServerToProctor,
} from "../../protocol/proctor_messages.ts";
import { nextTrend, trendUntil } from "../attempts/recent_trend.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import { changedFields } from "./changed_fields.ts";
import { Namesakes } from "./namesakes.ts";
import { OpenAlerts } from "./open_alerts.ts";

/** The little of a proctor's socket that a room needs; the socket library stays outside. */
export interface RoomSocket {
  send(text: string): void;
  /** Bytes that the network has not taken yet. */
  readonly bufferedAmount: number;
}

/** Past this many waiting bytes a proctor's socket is slow: it gets fewer frames, and nothing is piled up for it. */
export const SLOW_SOCKET_BYTES = 512 * 1024;

/** Frames that are kept for proctors who reconnect: half a minute at full rate. */
const HISTORY_FRAMES = 150;

const FRAME_INTERVAL_MS = 1_000 / FRAMES_PER_SECOND;

interface Proctor {
  socket: RoomSocket;
  /** Students whose changes this socket has missed while it was slow; null where it is up to date. */
  missed: Set<string> | null;
}

interface Frame {
  version: number;
  attemptIds: string[];
}

type Trend = NonNullable<AttemptHead["trend"]>;

/** Lets a room wait without owning a clock. */
export type Schedule = (work: () => void, ms: number) => void;

/**
 * One exam's live attempts as its proctors see them. Changes are gathered and leave as one frame for all
 * proctors, encoded once, five times a second at most; what is urgent leaves at once and takes along whatever
 * has gathered. Each frame raises the version. A proctor who comes back with a version gets what was
 * missed, or the whole room where too much has passed.
 */
export class Room {
  readonly examId: string;
  #students = new Map<string, RoomStudent>();
  /** What proctors were last told about each student who has changed since. */
  #told = new Map<string, RoomStudent | null>();
  #proctors = new Set<Proctor>();
  #version: number;
  #history: Frame[] = [];
  readonly #trends = new Map<string, Trend>();
  readonly #namesakes = new Namesakes();
  readonly #alerts = new OpenAlerts();
  #schedule: Schedule;
  #now: () => number;
  #isScheduled = false;
  #lastFrameAt = -Infinity;
  #changedAt: number | null = null;
  /** Told after each frame how long its first change had waited, ms. */
  onPush: (waitedMs: number) => void = () => {};

  /** @param firstVersion Above any version that an earlier life of this room may have told a proctor. */
  constructor(
    examId: string,
    firstVersion: number,
    now: () => number,
    schedule: Schedule,
  ) {
    this.examId = examId;
    this.#version = firstVersion;
    this.#now = now;
    this.#schedule = schedule;
  }

  get version(): number {
    return this.#version;
  }

  get hasProctors(): boolean {
    return this.#proctors.size > 0;
  }

  get isEmpty(): boolean {
    return this.#proctors.size === 0 && this.#students.size === 0;
  }

  /** The student as last heard of, or null. */
  student(attemptId: string): RoomStudent | null {
    return this.#students.get(attemptId) ?? null;
  }

  students(): RoomStudent[] {
    return [...this.#students.values()];
  }

  /**
   * Takes in how a student stands now.
   *
   * @param trend As the attempt's head has it; where it is absent, the room goes on with its own.
   */
  update(student: RoomStudent, urgent = false, trend?: Trend): void {
    const { attempt_id: id, name } = student;
    if (student.removed && !this.#students.has(id)) return;
    this.#trends.set(id, trend ?? nextTrend(this.#trends.get(id), this.#now(), student.risk));
    const alike = student.removed ? this.#namesakes.remove(id, name) : this.#namesakes.add(id, name);
    this.#put({ ...student, namesake: this.#namesakes.of(id) }, urgent);
    for (const other of alike) {
      const known = this.#students.get(other);
      if (known !== undefined) this.#put({ ...known, namesake: this.#namesakes.of(other) }, false);
    }
  }

  #put(student: RoomStudent, urgent: boolean): void {
    const before = this.#students.get(student.attempt_id) ?? null;
    this.#students.set(student.attempt_id, student);
    if (this.#proctors.size === 0) return;
    this.#changedAt ??= this.#now();
    if (!this.#told.has(student.attempt_id)) this.#told.set(student.attempt_id, before);
    const isUrgent = urgent || before === null || before.level !== student.level || before.state !== student.state;
    if (isUrgent) this.#sendFrame();
    else this.#scheduleFrame();
  }

  /** Tells every proctor at once, after the frame that shows why. */
  alert(alert: Alert): void {
    if (!this.#alerts.add(alert)) return;
    this.#sendFrame();
    this.#tell(alert);
  }

  /** Tells every proctor who has taken over which alerts. */
  handled(handled: AlertsHandled): void {
    const hadMore = this.#alerts.size > MOST_ALERTS_SENT;
    this.#alerts.drop(handled.alert_ids);
    this.#tell(handled);
    if (hadMore) this.#tell(this.#openAlerts());
  }

  #openAlerts(): ServerToProctor {
    return { type: "alerts", alerts: this.#alerts.newest(), open: this.#alerts.size };
  }

  #tell(message: ServerToProctor): void {
    const text = JSON.stringify(message);
    for (const proctor of this.#proctors) proctor.socket.send(text);
  }

  /**
   * Lets a proctor in: what was missed since a version, or the whole room.
   *
   * @returns A function that lets the proctor out.
   */
  join(socket: RoomSocket, since?: number): () => void {
    this.#sendFrame();
    const proctor: Proctor = { socket, missed: null };
    const missed = since === undefined ? null : this.#missedSince(since);
    socket.send(missed === null ? this.#wholeRoom() : this.#frameText([...missed].map((id) => this.#students.get(id))));
    socket.send(JSON.stringify(this.#openAlerts()));
    this.#proctors.add(proctor);
    return () => {
      this.#proctors.delete(proctor);
      if (this.#proctors.size === 0) this.#told.clear();
    };
  }

  #wholeRoom(): string {
    // Who was removed stays known here, so that a proctor who comes back is told.
    const present = this.students().filter((student) => !student.removed);
    const students: PresentStudent[] = present.map((student) => {
      const trend = this.#trends.get(student.attempt_id);
      return trend === undefined ? student : { ...student, trend: trendUntil(trend, this.#now()) };
    });
    return JSON.stringify({ type: "room", version: this.#version, students });
  }

  #frameText(students: (RoomChange | undefined)[]): string {
    return JSON.stringify({
      type: "frame",
      version: this.#version,
      students: students.filter((one) => one !== undefined),
    });
  }

  /** Students changed after a version, or null where the history does not reach back so far. */
  #missedSince(since: number): Set<string> | null {
    if (since > this.#version) return null;
    if (since === this.#version) return new Set();
    const oldest = this.#history[0];
    if (oldest === undefined || oldest.version > since + 1) return null;
    const missed = this.#history.filter((frame) => frame.version > since).flatMap((frame) => frame.attemptIds);
    return new Set(missed);
  }

  #scheduleFrame(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const wait = Math.max(0, this.#lastFrameAt + FRAME_INTERVAL_MS - this.#now());
    this.#schedule(() => {
      this.#isScheduled = false;
      this.#sendFrame();
    }, wait);
  }

  #sendFrame(): void {
    const changes: RoomChange[] = [];
    for (const [attemptId, before] of this.#told) {
      const after = this.#students.get(attemptId);
      if (after === undefined) continue;
      const change = before === null ? after : changedFields(before, after);
      if (change !== null) changes.push(change);
    }
    this.#told.clear();
    this.#lastFrameAt = this.#now();
    if (this.#changedAt !== null) this.onPush(this.#lastFrameAt - this.#changedAt);
    this.#changedAt = null;
    if (changes.length === 0) return this.#catchUp();
    this.#version++;
    this.#history.push({ version: this.#version, attemptIds: changes.map((change) => change.attempt_id) });
    if (this.#history.length > HISTORY_FRAMES) this.#history.shift();
    const text = this.#frameText(changes);
    for (const proctor of this.#proctors) this.#sendTo(proctor, text, changes);
    if (this.#hasSlowProctor()) this.#scheduleFrame();
  }

  /** Sends slow proctors what they have missed, as far as their sockets take it by now. */
  #catchUp(): void {
    for (const proctor of this.#proctors) if (proctor.missed !== null) this.#sendTo(proctor, "", []);
    if (this.#hasSlowProctor()) this.#scheduleFrame();
  }

  #hasSlowProctor(): boolean {
    for (const proctor of this.#proctors) if (proctor.missed !== null) return true;
    return false;
  }

  #sendTo(proctor: Proctor, text: string, changes: RoomChange[]): void {
    if (proctor.socket.bufferedAmount > SLOW_SOCKET_BYTES) {
      proctor.missed ??= new Set();
      for (const change of changes) proctor.missed.add(change.attempt_id);
      return;
    }
    if (proctor.missed === null) return proctor.socket.send(text);
    for (const change of changes) proctor.missed.add(change.attempt_id);
    const whole = [...proctor.missed].map((attemptId) => this.#students.get(attemptId));
    proctor.missed = null;
    proctor.socket.send(this.#frameText(whole));
  }
}
