import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { isOver } from "../../../protocol/exam.ts";
import { type Alert, alertTopic } from "../../../protocol/alert.ts";
import {
  type PresentStudent,
  type RoomChange,
  RoomStudent,
  TREND_STEP_MS,
} from "../../../protocol/proctor_messages.ts";
import type { Present } from "../../../protocol/room_people.ts";
import { type Alerted, isOnBreak, needsProctor } from "./room_filter.ts";
import { roomLevel } from "../room_level.ts";
import { RiskTrace } from "./risk_trace.ts";

/** A student in the room: what is shown, as a signal of its own, so that a frame redraws only the rows it names. */
export interface RoomRow {
  readonly id: string;
  readonly student: Signal<RoomStudent>;
  readonly trace: RiskTrace;
  /** Which of the staff have the drawer open, this page's own account among them. */
  readonly lookers: Signal<readonly string[]>;
}

/** How many students there are of each kind. Those who have finished count only as finished. */
export interface RoomCounts {
  total: number;
  high: number;
  medium: number;
  low: number;
  /** There is too little to say. */
  insufficient: number;
  /** It is over, and there was too little. */
  uncaptured: number;
  /** On the roster, and not here so far: of no level, and not among those who are not connected. */
  expected: number;
  waiting: number;
  active: number;
  paused: number;
  on_break: number;
  locked: number;
  finished: number;
  disconnected: number;
  /** Nothing was written so far. */
  blank: number;
  /** Connected, and nothing is captured. */
  silent: number;
  /** By API alone, whether over or not. */
  by_api: number;
  /** Those who wait for a proctor, as `needsProctor` says. */
  needs_me: number;
  /** With flags that nobody has decided on, whether over or not. */
  flagged: number;
}

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
  /** How many students there are of each kind: counted once a frame, whoever shows it. */
  readonly counts: ReadonlySignal<RoomCounts> = computed(() => {
    this.revision.value;
    return this.#countedNow();
  });
  /** Groups that the roster has, by name; empty where it has none. */
  readonly groups: ReadonlySignal<readonly string[]> = computed(() => {
    this.revision.value;
    const groups = new Set(Array.from(this.rows.values(), ({ student }) => student.peek().group ?? ""));
    return [...groups].filter((group) => group !== "").sort();
  });
  /** Who of the staff is in the room, by name. */
  readonly people: Signal<readonly Present[]> = signal([]);
  /** Whether the room was seen at all. */
  readonly isLoaded: Signal<boolean> = signal(false);
  /** Alerts that nobody has handled, newest first. */
  readonly alerts: Signal<readonly Alert[]> = signal([]);
  /** How many are open, shown here or not. */
  readonly openAlerts: Signal<number> = signal(0);
  /** The newest high-risk alert of each student. */
  readonly highAlerts: ReadonlySignal<readonly Alert[]> = computed(() => {
    const high = this.alerts.value.filter((alert) => alert.kind === "high_risk_alert");
    return high.filter(({ attempt_id }, at) => high.findIndex((one) => one.attempt_id === attempt_id) === at);
  });
  /** Calmer ones that came while this page was open and were not put aside, newest first. */
  readonly news: Signal<readonly Alert[]> = signal([]);

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
      if (change.removed) {
        this.rows.delete(change.attempt_id);
        continue;
      }
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

  /** Takes over who of the staff is here, and whom they look at. */
  applyPeople(people: readonly Present[]): void {
    this.people.value = people;
    for (const { id, lookers } of this.rows.values()) {
      const names = this.#lookersOf(id);
      if (names.join() !== lookers.peek().join()) lookers.value = names;
    }
  }

  /** Takes over all open alerts. @param open How many there are in all. */
  applyAlerts(alerts: readonly Alert[], open: number): void {
    this.alerts.value = alerts;
    this.openAlerts.value = open;
    const ids = new Set(alerts.map((alert) => alert.alert_id));
    this.news.value = this.news.peek().filter((alert) => ids.has(alert.alert_id));
    this.revision.value++;
  }

  /**
   * Takes an alert, in the place of an older one of the same topic.
   *
   * @returns Whether it is another one: nothing of its topic was open.
   */
  applyAlert(alert: Alert): boolean {
    const topic = alertTopic(alert.alert_id);
    const others = this.alerts.peek().filter((known) => alertTopic(known.alert_id) !== topic);
    const isNew = others.length === this.alerts.peek().length;
    this.openAlerts.value += isNew ? 1 : 0;
    this.alerts.value = [alert, ...others];
    this.revision.value++;
    if (alert.kind === "high_risk_alert") return isNew;
    const news = this.news.peek().filter((known) => alertTopic(known.alert_id) !== topic);
    this.news.value = [alert, ...news].slice(0, MOST_NEWS);
    return isNew;
  }

  /** Somebody has taken alerts over, here or elsewhere. */
  applyHandled(alertIds: readonly string[]): void {
    const handled = new Set(alertIds);
    const left = this.alerts.peek().filter((alert) => !handled.has(alert.alert_id));
    this.openAlerts.value -= this.alerts.peek().length - left.length;
    this.alerts.value = left;
    this.news.value = this.news.peek().filter((alert) => !handled.has(alert.alert_id));
    this.revision.value++;
  }

  /** Attempts with an alert that nobody has handled. */
  alerted(): Alerted {
    return new Set(this.alerts.peek().flatMap(({ attempt_id }) => attempt_id ?? []));
  }

  /** Ids of the open high-risk alerts, of one student or of all. */
  highAlertIds(attemptId?: string): string[] {
    return this.alerts.peek()
      .filter(({ kind, attempt_id }) => kind === "high_risk_alert" && (attempt_id === attemptId || !attemptId))
      .map((alert) => alert.alert_id);
  }

  /** The attempt of a student for whom a row of somebody expected once stood; null for none. */
  attemptOfExpected(rowId: string): string | null {
    for (const { id, student } of this.rows.values()) {
      const { student_id, state } = student.peek();
      if (state !== "expected" && student_id !== undefined && rowId === `expected.${student_id}`) return id;
    }
    return null;
  }

  /** Puts a piece of news aside; its alert stays open. */
  dismissNews(alertId: string): void {
    this.news.value = this.news.peek().filter((alert) => alert.alert_id !== alertId);
  }

  #countedNow(): RoomCounts {
    const counts = {
      total: 0,
      high: 0,
      medium: 0,
      low: 0,
      insufficient: 0,
      uncaptured: 0,
      expected: 0,
      waiting: 0,
      active: 0,
      paused: 0,
      on_break: 0,
      locked: 0,
      finished: 0,
      disconnected: 0,
      blank: 0,
      silent: 0,
      by_api: 0,
      needs_me: 0,
      flagged: 0,
    };
    const alerted = this.alerted();
    for (const { student } of this.rows.values()) {
      const { state, connected, blank, silent, by_api, flags } = student.peek();
      counts.total++;
      if (needsProctor(student.peek(), alerted)) counts.needs_me++;
      if (state === "expected") {
        counts.expected++;
        continue;
      }
      counts[roomLevel(student.peek())]++;
      if (by_api) counts.by_api++;
      if (flags > 0) counts.flagged++;
      if (isOver(state)) {
        counts.finished++;
        continue;
      }
      if (isOnBreak(student.peek())) counts.on_break++;
      else if (state === "waiting" || state === "active" || state === "paused" || state === "locked") counts[state]++;
      if (!connected) counts.disconnected++;
      if (blank) counts.blank++;
      if (silent) counts.silent++;
    }
    return counts;
  }

  #lookersOf(attemptId: string): readonly string[] {
    return this.people.peek().filter(({ looks_at }) => looks_at.includes(attemptId)).map(({ name }) => name);
  }

  #put(student: RoomStudent, nowMs: number, trend: readonly number[] = []): void {
    const row = this.rows.get(student.attempt_id);
    if (row === undefined) {
      const made = {
        id: student.attempt_id,
        student: signal(student),
        trace: new RiskTrace(),
        lookers: signal(this.#lookersOf(student.attempt_id)),
      };
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
