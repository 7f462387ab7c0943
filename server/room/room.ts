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
import { ExpectedStudents, isExpectedId, type RosterMember } from "./expected_students.ts";
import { Namesakes } from "./namesakes.ts";
import { OpenAlerts } from "./open_alerts.ts";
import { ProctorSockets, type RoomSocket } from "./proctor_sockets.ts";

/** Frames that are kept for proctors who reconnect: half a minute at full rate. */
const HISTORY_FRAMES = 150;

const FRAME_INTERVAL_MS = 1_000 / FRAMES_PER_SECOND;

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
  readonly #proctors = new ProctorSockets((attemptIds) => this.#frameOf(attemptIds));
  #version: number;
  #history: Frame[] = [];
  readonly #trends = new Map<string, Trend>();
  readonly #namesakes = new Namesakes();
  readonly #expected = new ExpectedStudents();
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
    const { attempt_id: id } = student;
    if (student.removed && !this.#students.has(id)) return;
    // Whoever was expected under this name leaves before, so that nobody is their own namesake.
    for (const row of this.#expected.note(student)) this.#place(row, urgent);
    this.#trends.set(id, trend ?? nextTrend(this.#trends.get(id), this.#now(), student.risk));
    this.#place(student, urgent);
  }

  /** Takes over who is on the exam's roster: who of them has not come is shown as expected. */
  expect(members: readonly RosterMember[]): void {
    for (const row of this.#expected.take(members)) this.#place(row, false);
    for (const student of this.#students.values()) if (!isExpectedId(student.attempt_id)) this.#put(student, false);
  }

  #place(student: RoomStudent, urgent: boolean): void {
    const { attempt_id: id, name } = student;
    if (student.removed && !this.#students.has(id)) return;
    const alike = student.removed ? this.#namesakes.remove(id, name) : this.#namesakes.add(id, name);
    this.#put({ ...student, namesake: this.#namesakes.of(id) }, urgent);
    for (const other of alike) {
      const known = this.#students.get(other);
      if (known !== undefined) this.#put({ ...known, namesake: this.#namesakes.of(other) }, false);
    }
  }

  #put(given: RoomStudent, urgent: boolean): void {
    const student = this.#withGroup(given);
    const before = this.#students.get(student.attempt_id) ?? null;
    this.#students.set(student.attempt_id, student);
    if (this.#proctors.size === 0) return;
    this.#changedAt ??= this.#now();
    if (!this.#told.has(student.attempt_id)) this.#told.set(student.attempt_id, before);
    const isUrgent = urgent || before === null || before.level !== student.level || before.state !== student.state;
    if (isUrgent) this.#sendFrame();
    else this.#scheduleFrame();
  }

  /** A student with the group that the roster says now. */
  #withGroup(student: RoomStudent): RoomStudent {
    if (student.student_id === undefined) return student;
    const { group: _, ...rest } = student;
    const group = this.#expected.groupOf(student.student_id);
    return group === null ? rest : { ...rest, group };
  }

  /** Tells every proctor at once, after the frame that shows why. */
  alert(alert: Alert): void {
    if (!this.#alerts.add(alert)) return;
    this.#sendFrame();
    this.tell(alert);
  }

  /** Tells every proctor who has taken over which alerts. */
  handled(handled: AlertsHandled): void {
    const hadMore = this.#alerts.size > MOST_ALERTS_SENT;
    this.#alerts.drop(handled.alert_ids);
    this.tell(handled);
    if (hadMore) this.tell(this.#openAlerts());
  }

  #openAlerts(): ServerToProctor {
    return { type: "alerts", alerts: this.#alerts.newest(), open: this.#alerts.size };
  }

  /** Tells every proctor. */
  tell(message: ServerToProctor): void {
    this.#proctors.tell(JSON.stringify(message));
  }

  /**
   * Lets a proctor in: what was missed since a version, or the whole room.
   *
   * @returns A function that lets the proctor out.
   */
  join(socket: RoomSocket, since?: number): () => void {
    this.#sendFrame();
    const missed = since === undefined ? null : this.#missedSince(since);
    socket.send(missed === null ? this.#wholeRoom() : this.#frameOf(missed));
    socket.send(JSON.stringify(this.#openAlerts()));
    const leave = this.#proctors.add(socket);
    return () => {
      leave();
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

  /** A frame of students as they stand now. */
  #frameOf(attemptIds: ReadonlySet<string>): string {
    return this.#frameText([...attemptIds].map((id) => this.#students.get(id)).filter((one) => one !== undefined));
  }

  #frameText(students: readonly RoomChange[]): string {
    return JSON.stringify({ type: "frame", version: this.#version, students });
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
      // Who was shown as removed is not known to any page: they come back whole.
      const change = before === null || before.removed ? after : changedFields(before, after);
      if (change !== null) changes.push(change);
    }
    this.#told.clear();
    this.#lastFrameAt = this.#now();
    if (this.#changedAt !== null) this.onPush(this.#lastFrameAt - this.#changedAt);
    this.#changedAt = null;
    if (changes.length === 0) this.#proctors.catchUp();
    else this.#sendChanges(changes);
    if (this.#proctors.isOneSlow) this.#scheduleFrame();
  }

  #sendChanges(changes: readonly RoomChange[]): void {
    const attemptIds = changes.map((change) => change.attempt_id);
    this.#version++;
    this.#history.push({ version: this.#version, attemptIds });
    if (this.#history.length > HISTORY_FRAMES) this.#history.shift();
    this.#proctors.sendFrame(this.#frameText(changes), attemptIds);
  }
}
