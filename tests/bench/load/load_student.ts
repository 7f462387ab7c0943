import { MachineLink } from "../../../lab/students/machine_link.ts";
import type { LinkWorld } from "../../../islands/link/link_world.ts";
import type { Pace } from "../../../islands/link/pace.ts";
import type { BatchTape, TapeWire } from "./batch_tape.ts";

/**
 * Batches go out when the plan says so, more of them than a student's socket may send; between two of a paced hall
 * nothing else is said.
 */
const PACE: Pace = { batchMs: 5_000, batchesPerSecond: Infinity, pingAfterMs: 3_000 };

/** What every student of a run shares. */
export interface LoadRun {
  /** The server's base address. */
  url: string;
  wire: TapeWire;
  after: LinkWorld["after"];
  /** A batch came back, this long after it went out. */
  acked(student: LoadStudent, latencyMs: number): void;
  /** A student has a welcome. */
  welcomed(student: LoadStudent): void;
  /** A connection broke; the student comes back by itself. */
  dropped(student: LoadStudent): void;
  /** Something that must not happen. */
  problem(text: string): void;
}

/** One student of the load, who sends what is on a tape. */
export class LoadStudent {
  readonly attemptId: string;
  sent = 0;
  /** Wall clock of the last sending, ms since 1970 with fractions: what a proctor's `last_seen` is held against. */
  sentAtWall = 0;
  readonly #link: MachineLink;
  readonly #tape: BatchTape;
  #isLeaving = false;

  constructor(joined: { attemptId: string; token: string }, tape: BatchTape, run: LoadRun) {
    this.attemptId = joined.attemptId;
    this.#tape = tape;
    this.#link = new MachineLink({
      url: run.url,
      token: joined.token,
      random: Math.random,
      wire: run.wire,
      after: run.after,
      pace: PACE,
      sent: ({ sentMs }) => this.sentAtWall = performance.timeOrigin + sentMs,
      stored: (_, latencyMs) => run.acked(this, latencyMs ?? 0),
      status: (status) => {
        if (this.#isLeaving) return;
        if (status.kind === "online") run.welcomed(this);
        if (status.kind === "waiting") run.dropped(this);
        if (status.kind === "closed" && status.code !== 1000) run.problem(`closed ${status.code} ${status.reason}`);
      },
    });
  }

  get acked(): number {
    return this.#link.watch.acknowledged;
  }

  get isOnline(): boolean {
    return this.#link.isOnline;
  }

  /** What the server did that it must never do. */
  get problems(): readonly string[] {
    return this.#link.watch.problems;
  }

  /** Batches under way. */
  get underWay(): number {
    return this.sent - this.acked;
  }

  connect(): void {
    this.#link.start();
  }

  /** Sends the next batch; nothing at the tape's end, or where the attempt is over. */
  sendNext(): void {
    if (this.sent >= this.#tape.length || this.#link.isClosed) return;
    this.#link.add(this.#tape.batch(++this.sent));
  }

  leave(): void {
    this.#isLeaving = true;
    this.#link.stop();
  }

  /** Drops the connection and comes back, so that the welcome says what is stored. */
  reconnect(): void {
    this.#link.breakOff();
  }
}
