import { CloseCode } from "../../protocol/close_codes.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import { BatchTape, cutBatches, withPaste } from "./batch_tape.ts";
import { Histogram } from "./histogram.ts";
import { joinStudents } from "./join_students.ts";
import { type LoadRun, LoadStudent } from "./load_student.ts";
import { openStudents } from "./open_students.ts";
import type { Latencies, LoadResult, Plan, Said } from "./plan.ts";
import { Problems } from "./problems.ts";
import { type ProcessorTime, processorTime, processorUse } from "./processor_time.ts";
import { RoomWatch, signIn } from "./room_watch.ts";
import { SMALL_PAPER } from "./small_paper.ts";
import { type SocketEnd, wordsOf } from "./socket_end.ts";

/** How long answers may take after the last sending before they count as lost, ms. */
const DRAIN_MS = 15_000;

const PACE_TICK_MS = 4;

/** How often it is looked who has said nothing for long, ms. */
const BEAT_MS = 500;

/** One run of the generator: joins students, lets them send by the plan, and counts. */
export class LoadHall implements LoadRun {
  readonly url: string;
  readonly #plan: Plan;
  readonly #say: (said: Said) => void;
  readonly #go: () => Promise<void>;
  readonly #ack = new Histogram();
  /** How late a batch went out behind its turn, since the generator was not quicker. */
  readonly #late = new Histogram();
  readonly #room = new RoomWatch();
  readonly #problems = new Problems();
  readonly #away = new Set<LoadStudent>();
  #students: LoadStudent[] = [];
  /** When the last ack of anybody came, and the longest time without any, ms. */
  #lastAckMs = 0;
  #silenceMs = 0;
  #firstEnd: SocketEnd | null = null;
  #breaks = 0;
  #isSaturating = false;
  #stopAt = Infinity;
  #atStop = 0;
  #onStop: () => void = () => {};

  /** @param go Resolves when the harness says so, after each stop. */
  constructor(plan: Plan, say: (said: Said) => void, go: () => Promise<void>) {
    this.#plan = plan;
    this.#say = say;
    this.#go = go;
    this.url = plan.url;
  }

  /** @throws {Error} (rejects) In a sentence, where the run cannot take place. */
  async run(): Promise<void> {
    const { url, code, mode, proctors, verify, ...plan } = this.#plan;
    // First of all: whoever may not watch need not let anybody in.
    const token = proctors === undefined ? null : await signIn(url, proctors.username, proctors.password);
    const joined = await joinStudents(url, code, plan.students);
    const [{ exam }] = joined;
    const questions = plan.paper === "own" ? exam.questions : SMALL_PAPER;
    const tapes = plan.personas.map((_, index) => new BatchTape(this.#sitting(index, questions), Date.now()));
    const students = joined.map((one, index) => new LoadStudent(one, tapes[index % tapes.length], this));
    this.#students = students;
    if (token !== null) await this.#room.open({ url, token, examId: exam.exam_id }, students, proctors?.count ?? 0);
    const beat = setInterval(() => this.#beat(), BEAT_MS);
    try {
      await openStudents(students, () => this.#firstEnd);
      this.#say({ said: "connected", students: students.length });
      const timed = mode.kind === "paced"
        ? await this.#pace(students, mode.intervalMs)
        : await this.#saturate(students);
      await this.#drain(students);
      await this.#verify(students.slice(0, verify));
      this.#say({ ...timed, ...this.#totals(students) });
    } finally {
      clearInterval(beat);
      for (const student of students) student.leave();
      this.#room.leave();
    }
  }

  #sitting(index: number, questions: readonly PaperQuestion[]): CapturedEvent[][] {
    const { personas, seed, eventsPerBatch, batches, pasteFrom } = this.#plan;
    const sitting = cutBatches(personas[index], seed + index, questions, eventsPerBatch, batches);
    if (pasteFrom === undefined || personas[index] !== "pasting") return sitting;
    return withPaste(sitting, pasteFrom + index % 8);
  }

  welcomed(student: LoadStudent): void {
    if (this.#isSaturating) this.#topUp(student);
  }

  ended(student: LoadStudent, end: SocketEnd): void {
    this.#away.add(student);
    this.#firstEnd ??= end;
    const isBreak = end.kind === "broken" || end.kind === "unreachable";
    const isComingBack = end.kind !== "closed" || end.code === CloseCode.come_back;
    if (isBreak) this.#breaks++;
    if (this.#plan.mayBreak && isComingBack) return;
    this.problem(wordsOf(end));
  }

  problem(text: string): void {
    this.#problems.add(text);
  }

  acked(student: LoadStudent, nowMs: number, latencyMs: number): void {
    this.#ack.record(latencyMs);
    if (nowMs - this.#lastAckMs > this.#silenceMs) this.#silenceMs = nowMs - this.#lastAckMs;
    this.#lastAckMs = nowMs;
    if (this.#away.delete(student) && this.#away.size === 0) this.#say({ said: "back" });
    if (this.#isSaturating) this.#topUp(student);
    if (student.acked === this.#stopAt && ++this.#atStop === this.#students.length) this.#onStop();
  }

  #topUp(student: LoadStudent): void {
    const { mode } = this.#plan;
    const underWay = mode.kind === "saturate" ? mode.underWay : 0;
    while (student.due < this.#stopAt && student.due - student.acked < underWay) student.sendNext();
  }

  #beat(): void {
    const now = performance.now();
    for (const student of this.#students) student.beat(now);
  }

  async #pace(students: LoadStudent[], intervalMs: number): Promise<Timed> {
    const beganMs = performance.now();
    let turn = 0;
    const timer = setInterval(() => {
      const elapsedMs = performance.now() - beganMs;
      const due = Math.floor(elapsedMs / intervalMs * students.length);
      for (; turn < due; turn++) {
        this.#late.record(elapsedMs - turn * intervalMs / students.length);
        students[turn % students.length].sendNext();
      }
    }, PACE_TICK_MS);
    const timed = await this.#measure();
    clearInterval(timer);
    return timed;
  }

  async #saturate(students: LoadStudent[]): Promise<Timed> {
    this.#isSaturating = true;
    const begin = (): void => students.forEach((student) => this.#topUp(student));
    const { stops } = this.#plan;
    if (stops.length === 0) {
      begin();
      const timed = await this.#measure();
      this.#isSaturating = false;
      return timed;
    }
    const began = this.#moment();
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
    return this.#timed(began);
  }

  async #measure(): Promise<Timed> {
    await new Promise((resolve) => setTimeout(resolve, this.#plan.warmUpMs));
    for (const histogram of [this.#ack, this.#late]) histogram.clear();
    this.#room.clear();
    this.#lastAckMs = performance.now();
    this.#silenceMs = 0;
    this.#say({ said: "measuring" });
    const began = this.#moment();
    await new Promise((resolve) => setTimeout(resolve, this.#plan.durationMs));
    const timed = this.#timed(began);
    this.#say({ said: "measured" });
    return timed;
  }

  #moment(): Moment {
    const sentBytes = this.#students.reduce((sum, student) => sum + student.sentBytes, 0);
    return { atMs: performance.now(), processor: processorTime(), sentBytes };
  }

  #timed(began: Moment): Timed {
    const ended = this.#moment();
    const seconds = (ended.atMs - began.atMs) / 1_000;
    const acksPerSecond = this.#ack.count / seconds;
    return {
      said: "result",
      seconds,
      acksPerSecond,
      eventsPerSecond: acksPerSecond * this.#plan.eventsPerBatch,
      ackMs: latencies(this.#ack),
      lateMs: latencies(this.#late),
      silenceMs: Math.round(Math.max(this.#silenceMs, ended.atMs - this.#lastAckMs) * 100) / 100,
      pushMs: latencies(this.#room.push),
      alertMs: latencies(this.#room.alert),
      frameBytes: this.#room.frameBytes,
      frameChanges: this.#room.frameChanges,
      sentBytes: ended.sentBytes - began.sentBytes,
      generator: processorUse(began.processor, ended.processor, 1_000 * seconds),
    };
  }

  #totals(students: LoadStudent[]): Omit<LoadResult, keyof Timed> {
    const sent = students.reduce((sum, { due }) => sum + due, 0);
    const acked = students.reduce((sum, student) => sum + student.acked, 0);
    return { sent, acked, lost: sent - acked, breaks: this.#breaks, problems: this.#problems.told() };
  }

  async #drain(students: LoadStudent[]): Promise<void> {
    await until(DRAIN_MS, () => students.every((student) => student.isSettled));
  }

  async #verify(students: LoadStudent[]): Promise<void> {
    for (const student of students) student.reconnect();
    if (!await until(DRAIN_MS, () => students.every((student) => student.isOnline))) {
      this.problem("not everybody was welcomed again");
    }
  }
}

type Timed = Omit<LoadResult, "sent" | "acked" | "lost" | "breaks" | "problems">;

/** Where a run stands. */
interface Moment {
  atMs: number;
  processor: ProcessorTime;
  sentBytes: number;
}

/** Waits until something holds. @returns Whether it did within the time. */
async function until(withinMs: number, holds: () => boolean): Promise<boolean> {
  const untilMs = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > untilMs) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

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
