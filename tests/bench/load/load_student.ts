// @ts-types="@types/ws"
import { WebSocket } from "ws";
import { mayReconnect } from "../../../protocol/close_codes.ts";
import { PROTOCOL_VERSION } from "../../../protocol/limits.ts";
import type { BatchTape } from "./batch_tape.ts";

/** What every student of a run shares. */
export interface LoadRun {
  /** ws:// address of the student socket. */
  socketUrl: string;
  /** A batch came back, this long after it went out. */
  acked(student: LoadStudent, latencyMs: number): void;
  /** A student has a welcome. */
  welcomed(student: LoadStudent): void;
  /** A connection broke; the student comes back by itself. */
  dropped(student: LoadStudent): void;
  /** Something that must not happen. */
  problem(text: string): void;
}

const RETRY_MS = 300;

/** One student of the load: as little work a message as can be, on the same two cores as the server. */
export class LoadStudent {
  readonly attemptId: string;
  sent = 0;
  acked = 0;
  /** Wall clock of the last sending, ms since 1970 with fractions: what a proctor's `last_seen` is held against. */
  sentAtWall = 0;
  isWelcome = false;
  isOver = false;
  readonly #token: string;
  readonly #tape: BatchTape;
  readonly #run: LoadRun;
  #socket: WebSocket | null = null;
  #sentMs = new Map<number, number>();
  #isLeaving = false;

  constructor(joined: { attemptId: string; token: string }, tape: BatchTape, run: LoadRun) {
    this.attemptId = joined.attemptId;
    this.#token = joined.token;
    this.#tape = tape;
    this.#run = run;
  }

  /** Batches under way. */
  get underWay(): number {
    return this.sent - this.acked;
  }

  /** Whether the tape has another batch. */
  get hasNext(): boolean {
    return !this.isOver && this.sent < this.#tape.length;
  }

  connect(): void {
    const socket = new WebSocket(this.#run.socketUrl, { perMessageDeflate: false });
    this.#socket = socket;
    socket.on("open", () => {
      socket.send(JSON.stringify({ type: "hello", protocol: PROTOCOL_VERSION, token: this.#token }));
    });
    socket.on("message", (data) => this.#receive(String(data)));
    socket.on("error", () => {/* "close" follows */});
    socket.on("close", (code, reason) => this.#closed(socket, code, String(reason)));
  }

  /**
   * Sends the next batch; nothing at the tape's end. Without a connection it waits for the welcome, as it would in the
   * outbox of a student's page: somebody who types on while the server is away has something to send when it is back.
   */
  sendNext(): void {
    if (!this.hasNext) return;
    this.sent++;
    if (this.isWelcome) this.#send(this.sent);
  }

  leave(): void {
    this.#isLeaving = true;
    this.#socket?.terminate();
  }

  /** Drops the connection and comes back, so that the welcome says what is stored. */
  reconnect(): void {
    const socket = this.#socket;
    this.isWelcome = false;
    this.#socket = null;
    socket?.terminate();
    this.connect();
  }

  #send(seq: number): void {
    this.#sentMs.set(seq, performance.now());
    this.sentAtWall = performance.timeOrigin + performance.now();
    this.#socket?.send(this.#tape.message(seq));
  }

  #receive(text: string): void {
    // Own risk comes with every batch and is of no interest here; it is the longest message by far.
    if (text.startsWith('{"type":"risk"')) return;
    const message = JSON.parse(text);
    if (message.type === "ack") this.#acked(message.seq);
    else if (message.type === "welcome") this.#welcomed(message.last_seq);
    else if (message.type === "submitted") this.isOver = true;
    else if (message.type === "expected" || message.type === "conflict") {
      this.#run.problem(`${message.type} ${message.seq}, sent ${this.sent}, acked ${this.acked}`);
    }
  }

  #acked(seq: number): void {
    if (seq !== this.acked + 1) this.#run.problem(`ack ${seq} after ack ${this.acked}`);
    this.acked = seq;
    const sentMs = this.#sentMs.get(seq);
    this.#sentMs.delete(seq);
    this.#run.acked(this, sentMs === undefined ? 0 : performance.now() - sentMs);
  }

  #welcomed(lastSeq: number): void {
    if (lastSeq < this.acked) this.#run.problem(`batch ${this.acked} was acknowledged, welcome says ${lastSeq}`);
    if (lastSeq > this.sent) this.#run.problem(`welcome says ${lastSeq}, only ${this.sent} were sent`);
    this.isWelcome = true;
    this.acked = Math.max(this.acked, lastSeq);
    this.#sentMs.clear();
    for (let seq = this.acked + 1; seq <= this.sent; seq++) this.#send(seq);
    this.#run.welcomed(this);
  }

  #closed(socket: WebSocket, code: number, reason: string): void {
    if (this.#socket !== socket) return;
    this.isWelcome = false;
    if (this.#isLeaving) return;
    if (!mayReconnect(code)) {
      this.isOver = true;
      this.#run.problem(`closed ${code} ${reason}`);
      return;
    }
    this.#run.dropped(this);
    setTimeout(() => this.connect(), Math.random() * RETRY_MS);
  }
}
