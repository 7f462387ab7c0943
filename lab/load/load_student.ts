import { backoffMs } from "../../islands/link/backoff.ts";
import { readServerMessage } from "../../islands/link/server_message.ts";
import { studentSocketUrl } from "../../islands/link/transport.ts";
import { mayReconnect } from "../../protocol/close_codes.ts";
import { PROTOCOL_VERSION } from "../../protocol/limits.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import type { BatchTape } from "./batch_tape.ts";
import { messageFrame } from "./client_frame.ts";
import { FrameSocket } from "./frame_socket.ts";
import { ackedSeq, isRisk } from "./server_text.ts";
import type { SocketEnd } from "./socket_end.ts";

/** A student who has said nothing for this long says that they are there, ms: before the room shows them as gone. */
const PING_AFTER_MS = 3_000;

const PING_FRAME = messageFrame({ type: "ping" });

/** What every student of a run shares. */
export interface LoadRun {
  /** The server's base address. */
  url: string;
  /** A batch came back at a moment of `performance.now()`, this long after it last went out, ms. */
  acked(student: LoadStudent, nowMs: number, latencyMs: number): void;
  /** A student has a welcome. */
  welcomed(student: LoadStudent): void;
  /** A connection ended, or none came to be. A student who may comes back by themselves. */
  ended(student: LoadStudent, end: SocketEnd): void;
  /** Something that must not happen. */
  problem(text: string): void;
}

/**
 * One student of the load, who sends what is on a tape. Whoever loses the connection comes back as a page does, and goes
 * on behind the last batch that the server says it has.
 */
export class LoadStudent {
  readonly attemptId: string;
  /** Highest batch whose turn has come, sent or not. */
  due = 0;
  /** Highest batch that went out on any connection. */
  sent = 0;
  /** Highest batch that the server has acknowledged, or has said that it holds. */
  acked = 0;
  /** Wall clock of the last sending, ms since 1970 with fractions: what a proctor's `last_seen` is held against. */
  sentAtWall = 0;
  readonly #hello: Uint8Array;
  readonly #tape: BatchTape;
  readonly #run: LoadRun;
  #socket: FrameSocket | null = null;
  #bytes = 0;
  #state: "away" | "opening" | "online" | "over" = "away";
  /** The batch that goes out next on this connection, and when each before it that is not acknowledged went out, ms. */
  #next = 1;
  readonly #wentOutMs: number[] = [];
  #saidMs = 0;
  #failures = 0;

  constructor(joined: { attempt_id: string; session_token: string }, tape: BatchTape, run: LoadRun) {
    this.attemptId = joined.attempt_id;
    this.#hello = messageFrame({ type: "hello", protocol: PROTOCOL_VERSION, token: joined.session_token });
    this.#tape = tape;
    this.#run = run;
  }

  get isOnline(): boolean {
    return this.#state === "online";
  }

  /** Whether nothing more comes of it: everything due is stored, or the server sent the student away for good. */
  get isSettled(): boolean {
    return this.acked === this.due || this.#state === "over";
  }

  /** Bytes that went out, with the headers of frames. */
  get sentBytes(): number {
    return this.#bytes + (this.#socket?.sentBytes ?? 0);
  }

  connect(): void {
    this.#state = "opening";
    const socket: FrameSocket = this.#socket = new FrameSocket({
      opened: () => socket.send(this.#hello),
      text: (bytes, start, end) => this.#hear(bytes, start, end),
      ended: (end) => this.#ended(end),
    });
    void socket.open(studentSocketUrl(this.#run.url));
  }

  /** The next batch's turn: it goes out now, or with the next welcome. Nothing happens where the attempt is over. */
  sendNext(): void {
    if (this.#state === "over") return;
    if (this.due === this.#tape.length) return this.#run.problem("a tape was too short for the run");
    this.due++;
    if (this.isOnline) this.#flush();
  }

  /** Says that somebody is there, where nothing else was said for long. @param nowMs Of `performance.now()`. */
  beat(nowMs: number): void {
    if (!this.isOnline || nowMs - this.#saidMs < PING_AFTER_MS) return;
    this.#saidMs = nowMs;
    this.#socket?.send(PING_FRAME);
  }

  /** Drops the connection and comes back, so that the welcome says what is stored. */
  reconnect(): void {
    if (this.#state === "over") return;
    this.#hangUp();
    this.connect();
  }

  /** Hangs up for good. */
  leave(): void {
    this.#state = "over";
    this.#hangUp();
  }

  #hangUp(): void {
    this.#socket?.drop();
    this.#bytes = this.sentBytes;
    this.#socket = null;
  }

  #flush(): void {
    if (this.#next > this.due) return;
    const now = performance.now();
    while (this.#next <= this.due) {
      this.#socket?.send(this.#tape.frame(this.#next++));
      this.#wentOutMs.push(now);
    }
    this.sent = Math.max(this.sent, this.#next - 1);
    this.#saidMs = now;
    this.sentAtWall = performance.timeOrigin + now;
  }

  #hear(bytes: Uint8Array, start: number, end: number): void {
    const seq = ackedSeq(bytes, start, end);
    if (seq !== null) return this.#acknowledged(seq);
    // Own risk comes with every batch and is of no interest here; it is the longest message by far.
    if (isRisk(bytes, start)) return;
    const text = new TextDecoder().decode(bytes.subarray(start, end));
    try {
      const message = readServerMessage(text);
      if (message !== null) this.#take(message);
    } catch {
      this.#run.problem(`not a message of the protocol: ${text.slice(0, 100)}`);
    }
  }

  #take(message: ServerToStudent): void {
    switch (message.type) {
      case "welcome":
        return this.#welcomed(message);
      case "expected":
      case "conflict":
        // On one connection batches arrive in order, so that neither has a reason. The next welcome says where to go on.
        this.#run.problem(`the server answered a batch with "${message.type}"`);
        return this.reconnect();
      case "submitted":
        this.#run.problem(`an attempt ended: ${message.reason}`);
        return this.leave();
    }
  }

  #welcomed({ last_seq, last_hash, state }: Extract<ServerToStudent, { type: "welcome" }>): void {
    if (state !== "active") this.#run.problem(`an attempt is ${state}`);
    if (last_seq < this.acked) this.#run.problem(`batch ${this.acked} was acknowledged, and welcome says ${last_seq}`);
    if (last_seq > this.sent) {
      this.#run.problem(`batch ${this.sent} was the last to go out, and welcome says ${last_seq}`);
    } else if (last_seq > 0 && last_hash !== this.#tape.hash(last_seq)) {
      this.#run.problem(`what is stored as batch ${last_seq} is not what went out`);
    }
    this.acked = Math.max(this.acked, last_seq);
    this.#next = last_seq + 1;
    this.#wentOutMs.length = 0;
    this.#state = "online";
    this.#saidMs = performance.now();
    this.#flush();
    this.#run.welcomed(this);
  }

  #acknowledged(seq: number): void {
    if (seq >= this.#next) return this.#run.problem(`ack ${seq} of a batch that was never sent`);
    this.#failures = 0;
    const now = performance.now();
    // What stands before a batch is stored with it.
    while (this.#next - this.#wentOutMs.length <= seq) {
      const wentOutMs = this.#wentOutMs.shift() ?? now;
      this.acked = Math.max(this.acked, this.#next - 1 - this.#wentOutMs.length);
      this.#run.acked(this, now, now - wentOutMs);
    }
  }

  #ended(end: SocketEnd): void {
    this.#hangUp();
    const isComing = end.kind !== "closed" || mayReconnect(end.code);
    this.#state = isComing ? "away" : "over";
    this.#run.ended(this, end);
    if (isComing) setTimeout(() => this.#comeBack(), backoffMs(this.#failures++, Math.random()));
  }

  #comeBack(): void {
    if (this.#state === "away") this.connect();
  }
}
