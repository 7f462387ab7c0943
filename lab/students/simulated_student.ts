import type { CapturedEvent } from "../../protocol/events.ts";
import { isOver } from "../../protocol/exam.ts";
import { BATCH_INTERVAL_MS } from "../../protocol/limits.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { EventStream } from "../simulation/event_stream.ts";
import type { PersonaName } from "../simulation/persona.ts";
import { simulate } from "../simulation/simulate.ts";
import { SIMULATED_FILE } from "../simulation/simulated_file.ts";
import { handInFile, joinExam, submitExam } from "./join_exam.ts";
import { MachineLink } from "./machine_link.ts";
import type { WireWatchListener } from "./wire_watch.ts";

interface SimulatedStudentOptions {
  /** The server's base address. */
  url: string;
  code: string;
  name: string;
  persona: PersonaName;
  seed: number;
  /** Length of the sitting, ms of attempt time; then it is submitted. */
  durationMs: number;
  takeoverAtMs?: number;
  /** Attempt time that passes in a second of real time, s; 1 when absent. */
  speed?: number;
  /** Real time from one batch to the next, ms; capture's own when absent. */
  batchIntervalMs?: number;
  stored?: WireWatchListener["stored"];
}

/**
 * A simulated student who sits an exam over a real socket: joins, streams a persona's events in their time, goes
 * offline and comes back with it, waits while paused or locked, and submits at the end.
 */
export class SimulatedStudent {
  readonly link: MachineLink;
  readonly attemptId: string;
  /** Resolves when the sitting is over, for whatever reason. */
  readonly over: Promise<void>;
  #options: SimulatedStudentOptions;
  #token: string;
  #stream: EventStream;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nowMs = 0;
  #heldMs = 0;
  #tickedAtMs = 0;
  #isOffline = false;
  #isSubmitting = false;
  #finish: () => void = () => {};

  private constructor(options: SimulatedStudentOptions, joined: Awaited<ReturnType<typeof joinExam>>) {
    const { persona, seed, durationMs, takeoverAtMs, url, stored } = options;
    this.#options = options;
    this.#token = joined.session_token;
    this.attemptId = joined.attempt_id;
    const { questions } = joined.exam;
    this.#stream = new EventStream(simulate(persona, seed, { questions, durationMs, takeoverAtMs }));
    this.over = new Promise((resolve) => this.#finish = resolve);
    this.link = new MachineLink({
      url,
      token: joined.session_token,
      random: createRandom(seed ^ 0x5bd1e995),
      stored,
      status: ({ kind }) => {
        if (kind === "closed") this.stop();
      },
    });
  }

  /** Joins and begins. @throws {Error} Where the server refuses the joining. */
  static async start(options: SimulatedStudentOptions): Promise<SimulatedStudent> {
    const joined = await joinExam(options.url, options.code, options.name);
    for (const question of joined.exam.questions) {
      if (question.type !== "file" || !question.accept.includes("text")) continue;
      const { name, text } = SIMULATED_FILE;
      await handInFile(options.url, joined.session_token, question.id, name, text);
    }
    const student = new SimulatedStudent(options, joined);
    student.link.start();
    student.#tickedAtMs = performance.now();
    // Students do not all send in the same millisecond.
    const interval = options.batchIntervalMs ?? BATCH_INTERVAL_MS;
    student.#timer = setTimeout(() => student.#tick(), createRandom(options.seed)() * interval);
    return student;
  }

  /** Whether this student's network is away at present. */
  get isOffline(): boolean {
    return this.#isOffline;
  }

  /** Leaves without a word. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.link.stop();
    this.#finish();
  }

  #tick(): void {
    const { speed = 1, batchIntervalMs = BATCH_INTERVAL_MS } = this.#options;
    this.#timer = setTimeout(() => this.#tick(), batchIntervalMs);
    const now = performance.now();
    const passedMs = (now - this.#tickedAtMs) * speed;
    this.#tickedAtMs = now;
    const { attemptState } = this.link;
    if (isOver(attemptState)) return this.stop();
    if (attemptState !== "active") {
      this.#heldMs += passedMs;
      return;
    }
    this.#nowMs += passedMs;
    for (let events = this.#next(); events.length > 0; events = this.#next()) {
      this.link.add(events);
      this.#follow(events);
    }
    if (!this.#stream.isDone) return;
    if (this.#isOffline) this.link.goOnline();
    if (this.link.unacknowledged === 0 && !this.#isSubmitting) void this.#submit();
  }

  /** Time that was spent paused or locked lies between the events before it and those after it. */
  #next(): CapturedEvent[] {
    const heldMs = Math.round(this.#heldMs);
    const events = this.#stream.next(this.#nowMs);
    return heldMs === 0 ? events : events.map((event) => ({ ...event, t: event.t + heldMs }));
  }

  #follow(events: readonly CapturedEvent[]): void {
    for (const event of events) {
      if (event.type !== "connection_change") continue;
      this.#isOffline = !event.online;
      if (event.online) this.link.goOnline();
      else this.link.goOffline();
    }
  }

  async #submit(): Promise<void> {
    this.#isSubmitting = true;
    try {
      await submitExam(this.#options.url, this.#token);
      this.stop();
    } catch {
      // The server may be restarting; the next tick tries again.
      this.#isSubmitting = false;
    }
  }
}
