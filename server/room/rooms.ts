import type { Alert } from "../../protocol/alert.ts";
import type { StaffWord } from "../../protocol/staff_talk.ts";
import { isOver } from "../../protocol/exam.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { LossReason } from "../attempts/attempt_commits.ts";
import type { AttemptObserver, LiveAttempt, News } from "../attempts/live_attempt.ts";
import { reachNotices } from "../attempts/notices.ts";
import type { Instances } from "../cluster/instances.ts";
import type { RoomFeed } from "../cluster/room_feed.ts";
import type { Siblings } from "../cluster/siblings.ts";
import { type Arrival, isTakeover, noteTakeover } from "./note_takeover.ts";
import { isCaptured, isFromStudent, isGoingOn } from "./entry_presence.ts";
import { examAlert } from "./exam_alert.ts";
import { JoinBursts } from "./join_bursts.ts";
import { loadRoom } from "./load_room.ts";
import { OtherInstances } from "./other_instances.ts";
import { react } from "./reactions.ts";
import { RoomRosters } from "./room_roster.ts";
import type { RoomSocket } from "./proctor_sockets.ts";
import { Room, type Schedule } from "./room.ts";
import { RoomPeople } from "./room_people.ts";
import { roomStudent } from "./room_student.ts";
import { type StudentLink, StudentLinks } from "./student_links.ts";
import { RoomAlerts } from "./room_alerts.ts";
import { newsFor, toldBy } from "./student_news.ts";

/** Who began no longer ago has joined now, ms. */
const JUST_NOW_MS = 5_000;

/** What the rooms stand on. */
interface RoomsParts {
  attempts: Attempts;
  instances: Instances;
  feed: RoomFeed;
  /** The other instances of the process. */
  siblings: Siblings;
  schedule: Schedule;
}

/**
 * The rooms of this instance. It hears of everything that has become durable, and tells whom it concerns: the
 * student on the attempt's socket, and the proctors in the exam's room.
 */
export class Rooms implements AttemptObserver {
  readonly links = new StudentLinks();
  readonly people: RoomPeople;
  readonly #attempts: Attempts;
  readonly #schedule: Schedule;
  readonly #rooms = new Map<string, Room>();
  readonly #loading = new Map<string, Promise<void>>();
  readonly #rosters: RoomRosters;
  readonly #others: OtherInstances;
  readonly #bursts = new JoinBursts();
  readonly #alerts: RoomAlerts;
  readonly #feed: RoomFeed;
  readonly #instances: Instances;
  readonly #siblings: Siblings;
  #isClosing = false;
  /** Told of faults in work that nobody waits for. */
  onFault: (what: string, error: unknown, fields?: Record<string, string>) => void = () => {};
  /** Told after each frame how long its first change had waited, ms. */
  onPush: (waitedMs: number) => void = () => {};

  constructor({ attempts, instances, feed, siblings, schedule }: RoomsParts) {
    this.#attempts = attempts;
    this.#siblings = siblings;
    siblings.listen<string>("joined", (examId) => void this.#bursts.note(examId, attempts.now()));
    this.#instances = instances;
    this.#rosters = new RoomRosters(attempts.stores);
    this.#feed = feed;
    this.#schedule = schedule;
    this.people = new RoomPeople(feed, schedule, () => attempts.now());
    this.#alerts = new RoomAlerts(attempts.stores, () => attempts.now(), {
      tell: (examId, alert) => {
        this.#rooms.get(examId)?.alert(alert);
        feed.alert(examId, alert);
      },
      fault: (what, error, fields) => this.onFault(what, error, fields),
    });
    this.people.onChange = (examId, people) => this.#rooms.get(examId)?.tell({ type: "people", people: [...people] });
    attempts.observer = this;
    const { links, people } = this;
    this.#others = new OtherInstances({ rooms: this.#rooms, links, people, alerts: this.#alerts });
    feed.onHeard = (heard) => this.#others.hear(heard);
    instances.onWanted = (examId) => this.#tellAll(examId);
    instances.onGone = (instance) => this.#others.forget(instance);
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
    opened.onPush = (waitedMs) => this.onPush(waitedMs);
    this.#rooms.set(examId, opened);
    this.#feed.follow(examId);
    return opened;
  }

  /** Whether an attempt stands in an exam's room that is open here. */
  hasStudent(examId: string, attemptId: string): boolean {
    return (this.#rooms.get(examId)?.student(attemptId) ?? null) !== null;
  }

  /** Whether a proctor watches an exam, on whichever instance. */
  hasProctors(examId: string): boolean {
    return (this.#rooms.get(examId)?.hasProctors ?? false) || this.#instances.isWanted(examId);
  }

  /**
   * Lets a proctor into an exam's room.
   *
   * @returns A function that lets the proctor out.
   */
  async join(examId: string, socket: RoomSocket, since?: number): Promise<() => void> {
    const room = this.#room(examId);
    const loading = this.#loading.get(examId) ?? this.#load(room);
    this.#loading.set(examId, loading);
    try {
      await loading;
    } catch (error) {
      // Else whoever comes next would wait for what has failed.
      this.#drop(room);
      throw error;
    }
    const leave = room.join(socket, since);
    return () => {
      leave();
      this.#drop(room);
    };
  }

  async #load(room: Room): Promise<void> {
    await loadRoom(room, this.#attempts, this);
    await this.#rosters.open(room);
    // Everybody may have left while it was read.
    if (this.#rooms.get(room.examId) !== room) this.#rosters.close(room);
  }

  /** Shows who has just joined, and tells of it where very many do. */
  joined(attempt: LiveAttempt): void {
    this.show(attempt, true);
    const { exam: { examId, document }, record } = attempt;
    const now = this.#attempts.now();
    // Whom a roster lets in, its author knows; and who goes on on another device has not joined now.
    if (document.join !== "open" || record.startedAt < now - JUST_NOW_MS) return;
    const burst = this.#bursts.note(examId, now);
    this.#siblings.tell("joined", examId);
    if (burst !== null) this.alert(examId, examAlert("join_burst", now, burst));
  }

  /** Makes a socket the attempt's, and shows its student as there. */
  attach(attempt: LiveAttempt, link: StudentLink, arrival: Arrival): void {
    this.#attempts.hold(attempt);
    const wasThere = this.links.attach(attempt, link, this.#attempts.now());
    this.show(attempt, true);
    if (isOver(attempt.head.state) || !isTakeover(attempt, arrival, wasThere)) return;
    noteTakeover(this.#attempts, this, attempt, arrival).catch((error) =>
      this.onFault("Writing a take-over down", error, { attempt_id: attempt.attemptId })
    );
  }

  /** Takes note that a student's socket has closed. */
  detach(attempt: LiveAttempt, link: StudentLink): void {
    this.#attempts.release(attempt);
    // Of an attempt that was lost, only whoever writes it now can say how it stands.
    if (this.links.detach(attempt.attemptId, link) && !attempt.isLost) this.show(attempt, true);
  }

  /** Takes note that a student without a socket was heard of. */
  heard(attempt: LiveAttempt): void {
    attempt.heard(this.#attempts.now());
    if (this.links.heard(attempt, this.#attempts.now())) this.show(attempt, true);
  }

  /** Takes note of a heartbeat. */
  touch(attempt: LiveAttempt): void {
    attempt.heard(this.#attempts.now());
    if (this.links.touch(attempt.attemptId, this.#attempts.now())) this.show(attempt, true);
  }

  /** Shows who has not been heard of for too long as gone, and who is there in silence as silent. Called by the housekeeping tick. */
  sweep(): void {
    for (const attempt of this.links.sweep(this.#attempts.now())) this.show(attempt, true);
    this.people.sweep();
    this.#alerts.tellDue();
  }

  /** Brings a room up to date with an attempt. */
  show(attempt: LiveAttempt, urgent = false): void {
    const { record, head } = attempt;
    // Who tries the exam is no student: proctors have nothing to do with it.
    if (record.trialOf !== undefined) return;
    this.#others.isShownHere(attempt.attemptId);
    // A row is made anew for each batch: for nobody, where nobody looks.
    if (!this.#rooms.has(record.examId) && !this.#instances.isWanted(record.examId)) return;
    const student = roomStudent(record, head, this.links.presence(attempt.attemptId));
    this.#rooms.get(record.examId)?.update(student, urgent, head.trend);
    this.#feed.publish(record.examId, student, urgent);
  }

  /** Keeps an alert until somebody handles it, and tells the exam's proctors, on every instance: of a student once a minute. */
  alert(examId: string, alert: Alert): void {
    if (alert.attempt_id && this.#attempts.peek(alert.attempt_id)?.record.trialOf !== undefined) return;
    this.#alerts.raise(examId, alert);
  }

  /** Shows handled alerts to no proctor any more, on any instance. */
  handled(examId: string, alertIds: readonly string[], by: string): void {
    const handled = { type: "alerts_handled" as const, alert_ids: [...alertIds], by, at: this.#attempts.now() };
    this.#alerts.handled(alertIds);
    this.#rooms.get(examId)?.handled(handled);
    this.#feed.handled(examId, handled);
  }

  /** Tells an exam's proctors, on every instance, what one of them said. */
  said(examId: string, word: StaffWord): void {
    this.#rooms.get(examId)?.tell({ type: "talk", words: [word] });
    this.#feed.said(examId, word);
  }

  committed(attempt: LiveAttempt, news: News): void {
    const now = this.#attempts.now();
    const link = this.links.get(attempt.attemptId);
    if (news.entries.some(isFromStudent)) this.links.touch(attempt.attemptId, now);
    if (news.entries.some(isCaptured)) this.links.captured(attempt.attemptId, now);
    else if (news.entries.some(isGoingOn)) {
      this.links.goesOn(attempt.attemptId, now);
    }
    const { before } = news;
    this.show(attempt, before.state !== attempt.head.state || before.risk.level !== attempt.head.risk.level);
    if (link !== null) this.#tell(link, attempt, news, now);
    // A trial is locked by nobody's risk: there is nobody to release it.
    if (attempt.record.trialOf !== undefined) return;
    react(this, this.#attempts.stores.flags, attempt, news, now).catch((error) =>
      this.onFault("Carrying out an exam's policy", error, { attempt_id: attempt.attemptId })
    );
  }

  #tell(link: StudentLink, attempt: LiveAttempt, news: News, now: number): void {
    for (const message of newsFor(attempt, news, now, () => this.#attempts.receiptOf(attempt))) {
      link.send(message);
      this.delivered(attempt, toldBy(message));
    }
  }

  /** Notes that notices, or what else a student is told, went out to a student, if the connection is one that is heard of. */
  delivered(attempt: LiveAttempt, ids: readonly string[]): void {
    if (ids.length === 0 || !this.links.presence(attempt.attemptId).connected) return;
    reachNotices(attempt, ids, "delivered", this.#attempts.now()).catch((error) =>
      this.onFault("Noting that a notice went out", error, { attempt_id: attempt.attemptId })
    );
  }

  lost(attempt: LiveAttempt, reason: LossReason): void {
    const link = this.links.get(attempt.attemptId);
    link?.close(reason === "taken" && !this.#isClosing ? "taken_over" : "come_back");
  }

  /** Sends every student away with a word to come back. */
  close(): void {
    this.#isClosing = true;
    this.#rosters.closeAll();
    this.links.closeAll("come_back");
  }

  /** The store is lost: others may write the attempts of this instance by now, so that it serves none. */
  storeLost(): void {
    this.links.closeAll("come_back");
    this.#attempts.abandonAll();
  }

  #drop(room: Room): void {
    if (room.hasProctors) return;
    // Without proctors nobody follows what changes: the next one has the room read anew.
    this.#loading.delete(room.examId);
    this.#rooms.delete(room.examId);
    this.#rosters.close(room);
    this.people.close(room.examId);
    this.#feed.unfollow(room.examId);
  }

  /** Another instance begins to show an exam: it is told of every student served here. */
  #tellAll(examId: string): void {
    this.people.publish(examId);
    for (const attempt of this.#attempts.live()) {
      if (attempt.record.examId === examId) this.show(attempt);
    }
    // What was raised while it was reading has not reached it.
    this.#attempts.stores.alerts.list(examId)
      .then((alerts) => alerts.forEach((alert) => this.#feed.alert(examId, alert)))
      .catch((error) => this.onFault("Telling another instance of open alerts", error, { exam_id: examId }));
  }
}
