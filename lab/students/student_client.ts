// @ts-types="@types/ws"
import { WebSocket } from "ws";
import { mayReconnect } from "../../protocol/close_codes.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import { type AttemptState, isOver } from "../../protocol/exam.ts";
import { HEARTBEAT_MS, PROTOCOL_VERSION } from "../../protocol/limits.ts";
import { ServerToStudent, type StudentToServer } from "../../protocol/student_messages.ts";
import type { Random } from "../../scoring/models/random.ts";
import { eventsHash } from "../../server/log/hash.ts";
import { backOff } from "./back_off.ts";
import { type HeldBatch, Outbox } from "./outbox.ts";

/** Batches under way at once: well below what the server lets an attempt have waiting. */
const MOST_UNDER_WAY = 16;

/** Nothing heard for this long: the connection is dead, whatever the socket says. */
const SILENCE_MS = 10_000;

/** Where the client stands. After `ended` nothing more comes. */
export type ClientState = "idle" | "connecting" | "open" | "waiting" | "ended";

export interface StudentClientOptions {
  /** The server's base address, `http://127.0.0.1:8000`; asked for at each connection where it may change. */
  url: string | (() => string);
  /** The attempt's session token. */
  token: string;
  /** For jitter. */
  random: Random;
  /** A batch is durable. `latencyMs` is from its last sending; null where only a later welcome said so. */
  onStored?: (batch: HeldBatch, latencyMs: number | null) => void;
  onMessage?: (message: ServerToStudent) => void;
  /** Ended for good, with the close code; 1000 for {@link StudentClient.close}. */
  onEnded?: (code: number) => void;
}

/**
 * A student's connection as a machine keeps it: numbers batches, sends them, holds each until it is acknowledged,
 * reconnects with jittered back-off and sends again from where the server is. Broken promises of the server are
 * noted in `problems`.
 */
export class StudentClient {
  /** What the server did that it must never do; empty in a good run. */
  readonly problems: string[] = [];
  attemptState: AttemptState = "active";
  reconnects = 0;
  resends = 0;
  #options: StudentClientOptions;
  #outbox = new Outbox(eventsHash);
  #state: ClientState = "idle";
  #socket: WebSocket | null = null;
  #isWelcome = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #sentMs = 0;
  #heardMs = 0;
  #highestSent = 0;

  constructor(options: StudentClientOptions) {
    this.#options = options;
  }

  get state(): ClientState {
    return this.#state;
  }

  /** Whether the server has said welcome on the present connection. */
  get isConnected(): boolean {
    return this.#isWelcome;
  }

  /** Highest acknowledged batch; 0 for none. */
  get acknowledged(): number {
    return this.#outbox.acknowledged;
  }

  /** Batches held and not acknowledged. */
  get unacknowledged(): number {
    return this.#outbox.size;
  }

  /** Opens the connection, and from then on keeps it open. */
  connect(): void {
    if (this.#state === "ended" || this.#socket !== null) return;
    clearTimeout(this.#retry);
    this.#state = "connecting";
    const { url } = this.#options;
    const base = typeof url === "string" ? url : url();
    const socket = new WebSocket(`${base.replace(/^http/, "ws")}/ws/student`, {
      perMessageDeflate: false,
    });
    this.#socket = socket;
    socket.on("open", () => {
      this.#state = "open";
      this.#heardMs = performance.now();
      this.#send({ type: "hello", protocol: PROTOCOL_VERSION, token: this.#options.token });
      this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
    });
    socket.on("message", (data) => this.#receive(String(data)));
    socket.on("error", () => {/* "close" follows and says what is to be done */});
    socket.on("close", (code) => this.#closed(socket, code));
  }

  /** Takes events as the next batch. @returns Its number. */
  add(events: readonly CapturedEvent[]): number {
    const seq = this.#outbox.add(events);
    this.#drain();
    return seq;
  }

  /** Drops the network: no goodbye, and no reconnecting until {@link StudentClient.connect}. */
  drop(): void {
    clearTimeout(this.#retry);
    const socket = this.#socket;
    this.#forget();
    if (this.#state !== "ended") this.#state = "idle";
    socket?.terminate();
  }

  /** Ends it for good. */
  close(): void {
    const socket = this.#socket;
    this.#end(1000);
    socket?.close(1000);
  }

  #receive(text: string): void {
    this.#heardMs = performance.now();
    const parsed = ServerToStudent.safeParse(JSON.parse(text));
    if (!parsed.success) {
      this.problems.push(`not a message of the protocol: ${text.slice(0, 200)}`);
      return;
    }
    const message = parsed.data;
    if (message.type === "welcome") this.#welcomed(message);
    if (message.type === "ack") this.#acked(message.seq);
    if (message.type === "expected") this.#outbox.rewind(message.seq);
    if (message.type === "conflict") this.#outbox.renumber(message.last_seq);
    if (message.type === "paused") this.attemptState = message.paused ? "paused" : "active";
    if (message.type === "locked") this.attemptState = message.locked ? "locked" : "active";
    if (message.type === "submitted") this.attemptState = message.state;
    this.#options.onMessage?.(message);
    if (isOver(this.attemptState) && this.#outbox.size === 0) this.close();
    else this.#drain();
  }

  #welcomed(welcome: Extract<ServerToStudent, { type: "welcome" }>): void {
    this.#isWelcome = true;
    this.#failures = 0;
    this.attemptState = welcome.state;
    const before = this.#outbox.acknowledged;
    const fit = this.#outbox.welcomed(welcome.last_seq, welcome.last_hash, (batch) => {
      this.#options.onStored?.(batch, null);
    });
    if (fit === "lost") this.problems.push(`batch ${before} was acknowledged, and welcome says ${welcome.last_seq}`);
  }

  #acked(seq: number): void {
    if (seq > this.#highestSent) this.problems.push(`ack ${seq} of a batch that was never sent`);
    const now = performance.now();
    for (const batch of this.#outbox.acked(seq)) {
      this.#options.onStored?.(batch, batch.sentMs === null ? null : now - batch.sentMs);
    }
  }

  #drain(): void {
    if (!this.#isWelcome) return;
    while (true) {
      const batch = this.#outbox.take(performance.now(), MOST_UNDER_WAY);
      if (batch === null) return;
      if (batch.seq <= this.#highestSent) this.resends++;
      this.#highestSent = Math.max(this.#highestSent, batch.seq);
      this.#send({ type: "batch", seq: batch.seq, sentAt: Date.now(), events: [...batch.events] });
    }
  }

  #send(message: StudentToServer): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#sentMs = performance.now();
    this.#socket.send(JSON.stringify(message));
  }

  #beat(): void {
    const now = performance.now();
    if (now - this.#heardMs > SILENCE_MS) this.#socket?.terminate();
    else if (now - this.#sentMs >= HEARTBEAT_MS * 0.9) this.#send({ type: "ping" });
  }

  #closed(socket: WebSocket, code: number): void {
    if (this.#socket !== socket) return;
    this.#forget();
    if (!mayReconnect(code)) return this.#end(code);
    this.#state = "waiting";
    this.reconnects++;
    this.#retry = setTimeout(() => this.connect(), backOff(this.#failures++, this.#options.random));
  }

  #forget(): void {
    clearInterval(this.#heartbeat);
    this.#socket = null;
    this.#isWelcome = false;
  }

  #end(code: number): void {
    if (this.#state === "ended") return;
    clearTimeout(this.#retry);
    this.#forget();
    this.#state = "ended";
    this.#options.onEnded?.(code);
  }
}
