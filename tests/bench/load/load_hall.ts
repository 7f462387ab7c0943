import type { LinkWorld } from "../../../islands/link/link_world.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { Histogram } from "../histogram.ts";
import { BatchTape, cutBatches, TapeWire, withPaste } from "./batch_tape.ts";
import { CoarseTimers } from "./coarse_timers.ts";
import { joinStudents } from "./join_students.ts";
import { LoadProctor } from "./load_proctor.ts";
import { type LoadRun, LoadStudent } from "./load_student.ts";
import type { Latencies, LoadResult, Plan, Said } from "./plan.ts";
import { SMALL_PAPER } from "./small_paper.ts";

/** Sockets that open at once: a hall comes in, it does not stampede. */
const OPENING_AT_ONCE = 200;

/** How long answers may take after the last sending before they count as lost, ms. */
const DRAIN_MS = 15_000;

const PACE_TICK_MS = 4;

/** Problems of a run that are told, at most, of each kind. */
const MOST_PROBLEMS = 20;

/** One run of the generator: joins students, lets them send by the plan, and counts. */
export class LoadHall implements LoadRun {
  readonly url: string;
  readonly wire = new TapeWire();
  readonly after: LinkWorld["after"];
  readonly #timers = new CoarseTimers();
  readonly #plan: Plan;
  readonly #say: (said: Said) => void;
  readonly #go: () => Promise<void>;
  readonly #ack = new Histogram();
  readonly #push = new Histogram();
  readonly #alert = new Histogram();
  readonly #students = new Map<string, LoadStudent>();
  readonly #problems: string[] = [];
  readonly #away = new Set<LoadStudent>();
  #onWelcome: () => void = () => {};
  #isSaturating = false;
  #stopAt = Infinity;
  #atStop = 0;
  #onStop: () => void = () => {};
  #frameBytes = 0;
  #frameChanges = 0;

  /** @param go Resolves when the harness says so, after each stop. */
  constructor(plan: Plan, say: (said: Said) => void, go: () => Promise<void>) {
    this.#plan = plan;
    this.#say = say;
    this.#go = go;
    this.url = plan.url;
    this.after = this.#timers.after;
  }

  async run(): Promise<void> {
    const plan = this.#plan;
    const tapes = plan.personas.map((_, index) => new BatchTape(this.#sitting(index), this.wire));
    this.#timers.start();
    const joined = await joinStudents(plan.url, plan.code, plan.students);
    const students = joined.map((one, index) => new LoadStudent(one, tapes[index % tapes.length], this));
    for (const student of students) this.#students.set(student.attemptId, student);
    const proctors = await this.#openRoom(joined[0].examId);
    await this.#connect(students);
    this.#say({ said: "connected", students: students.length });
    const result = plan.mode.kind === "paced"
      ? await this.#pace(students, plan.mode.intervalMs)
      : await this.#saturate(students, plan.mode.underWay);
    await this.#drain(students);
    await this.#verify(students.slice(0, plan.verify));
    this.#say({ ...result, ...this.#totals(students) });
    for (const one of [...students, ...proctors]) one.leave();
  }

  #sitting(index: number): CapturedEvent[][] {
    const { personas, seed, eventsPerBatch, batches, pasteFrom } = this.#plan;
    const sitting = cutBatches(personas[index], seed + index, SMALL_PAPER, eventsPerBatch, batches);
    if (pasteFrom === undefined || personas[index] !== "pasting") return sitting;
    return withPaste(sitting, pasteFrom + index % 8);
  }

  welcomed(): void {
    this.#onWelcome();
  }

  dropped(student: LoadStudent): void {
    this.#away.add(student);
  }

  problem(text: string): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(text);
  }

  acked(student: LoadStudent, latencyMs: number): void {
    this.#ack.record(latencyMs);
    if (this.#away.delete(student) && this.#away.size === 0) this.#say({ said: "back" });
    if (!this.#isSaturating) return;
    if (student.sent < this.#stopAt) student.sendNext();
    else if (student.acked === this.#stopAt && ++this.#atStop === this.#students.size) this.#onStop();
  }

  async #openRoom(examId: string): Promise<LoadProctor[]> {
    const { proctors, url } = this.#plan;
    if (proctors === undefined) return [];
    const { count, username, password } = proctors;
    const answer = await fetch(`${url}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username, password }),
    });
    if (!answer.ok) throw new Error(`Cannot sign in: ${answer.status} ${await answer.text()}`);
    const { token } = await answer.json();
    const opened = Array.from({ length: count }, () => this.#watch(url, token, examId));
    await Promise.all(opened.map((proctor) => proctor.joined));
    return opened;
  }

  #watch(url: string, token: string, examId: string): LoadProctor {
    const seen = new Map<string, number>();
    const levels = new Map<string, string>();
    return new LoadProctor(url, token, examId, {
      frame: (changes, bytes) => {
        const now = performance.timeOrigin + performance.now();
        this.#frameBytes += bytes;
        this.#frameChanges += changes.length;
        for (const { attempt_id, last_seen, level } of changes) {
          const student = this.#students.get(attempt_id);
          if (student === undefined || last_seen === undefined || seen.get(attempt_id) === student.sent) continue;
          if (student.sent === 0 || last_seen < Math.floor(student.sentAtWall)) continue;
          seen.set(attempt_id, student.sent);
          this.#push.record(now - student.sentAtWall);
          if (level === undefined || level === (levels.get(attempt_id) ?? "low")) continue;
          levels.set(attempt_id, level);
          this.#alert.record(now - student.sentAtWall);
        }
      },
    });
  }

  #connect(students: LoadStudent[]): Promise<void> {
    return new Promise((resolve) => {
      let next = 0;
      let open = 0;
      const more = (): void => {
        while (next < students.length && next - open < OPENING_AT_ONCE) students[next++].connect();
      };
      this.#onWelcome = () => {
        if (++open < students.length) return more();
        this.#onWelcome = () => {};
        resolve();
      };
      more();
    });
  }

  async #pace(students: LoadStudent[], intervalMs: number): Promise<Timed> {
    const beganMs = performance.now();
    let turn = 0;
    const timer = setInterval(() => {
      const due = Math.floor((performance.now() - beganMs) / intervalMs * students.length);
      for (; turn < due; turn++) students[turn % students.length].sendNext();
    }, PACE_TICK_MS);
    const timed = await this.#measure();
    clearInterval(timer);
    return timed;
  }

  async #saturate(students: LoadStudent[], underWay: number): Promise<Timed> {
    this.#isSaturating = true;
    const begin = (): void => {
      for (const student of students) {
        for (let count = 0; count < underWay && student.sent < this.#stopAt; count++) student.sendNext();
      }
    };
    const { stops } = this.#plan;
    if (stops.length === 0) {
      begin();
      const timed = await this.#measure();
      this.#isSaturating = false;
      return timed;
    }
    const beganMs = performance.now();
    for (const stop of stops) {
      this.#stopAt = stop;
      this.#atStop = 0;
      const reached = new Promise<void>((resolve) => this.#onStop = resolve);
      begin();
      await reached;
      this.#say({ said: "stopped", at: stop });
      await this.#go();
    }
    this.#isSaturating = false;
    return this.#timed((performance.now() - beganMs) / 1_000);
  }

  async #measure(): Promise<Timed> {
    await new Promise((resolve) => setTimeout(resolve, this.#plan.warmUpMs));
    for (const histogram of [this.#ack, this.#push, this.#alert]) histogram.clear();
    this.#frameBytes = this.#frameChanges = 0;
    this.#say({ said: "measuring" });
    const beganMs = performance.now();
    await new Promise((resolve) => setTimeout(resolve, this.#plan.durationMs));
    return this.#timed((performance.now() - beganMs) / 1_000);
  }

  #timed(seconds: number): Timed {
    const acksPerSecond = this.#ack.count / seconds;
    return {
      said: "result",
      seconds,
      acksPerSecond,
      eventsPerSecond: acksPerSecond * this.#plan.eventsPerBatch,
      ackMs: latencies(this.#ack),
      pushMs: latencies(this.#push),
      alertMs: latencies(this.#alert),
      frameBytes: this.#frameBytes,
      frameChanges: this.#frameChanges,
    };
  }

  #totals(students: LoadStudent[]): Omit<LoadResult, keyof Timed> {
    const sent = students.reduce((sum, student) => sum + student.sent, 0);
    const acked = students.reduce((sum, student) => sum + student.acked, 0);
    const broken = students.flatMap(({ problems }) => problems);
    return { sent, acked, lost: sent - acked, problems: [...this.#problems, ...broken.slice(0, MOST_PROBLEMS)] };
  }

  async #drain(students: LoadStudent[]): Promise<void> {
    const untilMs = performance.now() + DRAIN_MS;
    while (performance.now() < untilMs && students.some((student) => student.underWay > 0)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async #verify(students: LoadStudent[]): Promise<void> {
    for (const student of students) student.reconnect();
    const untilMs = performance.now() + DRAIN_MS;
    while (students.some((student) => !student.isOnline)) {
      if (performance.now() > untilMs) return this.problem("not everybody was welcomed again");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

type Timed = Omit<LoadResult, "sent" | "acked" | "lost" | "problems">;

function latencies(histogram: Histogram): Latencies {
  const at = (share: number): number => Math.round(histogram.percentile(share) * 100) / 100;
  return {
    n: histogram.count,
    p50: at(0.5),
    p90: at(0.9),
    p99: at(0.99),
    p999: at(0.999),
    most: Math.round(histogram.mostMs * 100) / 100,
  };
}
