import { type Signal, signal } from "@preact/signals";
import { isOver } from "../../../protocol/exam.ts";
import {
  type Alert,
  type PresentStudent,
  type RoomChange,
  RoomStudent,
  TREND_STEP_MS,
} from "../../../protocol/proctor_messages.ts";
import { RiskTrace } from "./risk_trace.ts";

/** A student in the room: what is shown, as a signal of its own, so that a frame redraws only the rows it names. */
export interface RoomRow {
  readonly id: string;
  readonly student: Signal<RoomStudent>;
  readonly trace: RiskTrace;
}

/** How many students there are of each kind. Those who have finished count only as finished. */
export interface RoomCounts {
  total: number;
  high: number;
  medium: number;
  low: number;
  active: number;
  paused: number;
  locked: number;
  finished: number;
  disconnected: number;
}

/** An alert as the page keeps it. */
export type RoomAlert = Alert & { key: number };

/**
 * What a proctor's page knows of a room, from the messages of its socket alone.
 *
 * No clock, no socket, no page: the caller passes messages and times.
 */
export class RoomStore {
  /** Version of the last message applied; null before the first. */
  version: number | null = null;
  /** Rows by attempt. */
  readonly rows = new Map<string, RoomRow>();
  /** Counts up with everything that changes which rows there are or how they compare. */
  readonly revision: Signal<number> = signal(0);
  /** Whether the room was seen at all. */
  readonly isLoaded: Signal<boolean> = signal(false);
  /** High-risk alerts that nobody here has acknowledged, newest first, one a student. */
  readonly highAlerts: Signal<readonly RoomAlert[]> = signal([]);
  /** Calmer news, newest first. */
  readonly news: Signal<readonly RoomAlert[]> = signal([]);
  #alertKey = 0;

  /** Takes over the whole room. Rows that stay keep their signal and trace. */
  applyRoom(version: number, students: readonly PresentStudent[], nowMs: number): void {
    this.version = version;
    const present = new Set(students.map((student) => student.attempt_id));
    for (const id of [...this.rows.keys()]) if (!present.has(id)) this.rows.delete(id);
    for (const { trend, ...student } of students) this.#put(student, nowMs, trend);
    this.isLoaded.value = true;
    this.revision.value++;
  }

  /**
   * Applies what changed.
   *
   * @returns False where the frame does not fit what is known, as a change of a student never seen whole: the
   * room has to be asked for again. Whatever fits was applied.
   */
  applyFrame(version: number, changes: readonly RoomChange[], nowMs: number): boolean {
    if (this.version === null) return false;
    // An older frame than the room that was just sent: everything in it is known.
    if (version < this.version) return true;
    this.version = version;
    let fits = true;
    for (const change of changes) {
      const row = this.rows.get(change.attempt_id);
      if (row !== undefined) {
        this.#put({ ...row.student.peek(), ...change }, nowMs);
        continue;
      }
      const whole = RoomStudent.safeParse(change);
      if (whole.success) this.#put(whole.data, nowMs);
      else fits = false;
    }
    this.revision.value++;
    return fits;
  }

  /** Takes an alert: high ones stay until acknowledged, others are news. */
  applyAlert(alert: Alert): void {
    const kept = { ...alert, key: ++this.#alertKey };
    if (alert.kind === "high_risk_alert") {
      const others = this.highAlerts.peek().filter((known) => known.attempt_id !== alert.attempt_id);
      this.highAlerts.value = [kept, ...others];
    } else {
      this.news.value = [kept, ...this.news.peek()].slice(0, MOST_NEWS);
    }
  }

  /** Marks a high-risk alert as seen; all of them where no attempt is named. */
  acknowledge(attemptId?: string): void {
    this.highAlerts.value = attemptId === undefined
      ? []
      : this.highAlerts.peek().filter((alert) => alert.attempt_id !== attemptId);
  }

  /** Drops a piece of news. */
  dismissNews(key: number): void {
    this.news.value = this.news.peek().filter((alert) => alert.key !== key);
  }

  /** How many students there are of each kind, now. */
  counts(): RoomCounts {
    const counts = {
      total: 0,
      high: 0,
      medium: 0,
      low: 0,
      active: 0,
      paused: 0,
      locked: 0,
      finished: 0,
      disconnected: 0,
    };
    for (const { student } of this.rows.values()) {
      const { state, level, connected } = student.peek();
      counts.total++;
      counts[level]++;
      if (isOver(state)) {
        counts.finished++;
        continue;
      }
      if (state === "active" || state === "paused" || state === "locked") counts[state]++;
      if (!connected) counts.disconnected++;
    }
    return counts;
  }

  #put(student: RoomStudent, nowMs: number, trend: readonly number[] = []): void {
    const row = this.rows.get(student.attempt_id);
    if (row === undefined) {
      const made = { id: student.attempt_id, student: signal(student), trace: new RiskTrace() };
      trend.forEach((risk, index) => made.trace.add(nowMs - (trend.length - index) * TREND_STEP_MS, risk));
      made.trace.add(nowMs, student.risk);
      this.rows.set(student.attempt_id, made);
      return;
    }
    row.trace.add(nowMs, student.risk);
    row.student.value = student;
  }
}

/** Pieces of news kept, at most: more at once cannot be read. */
const MOST_NEWS = 4;
