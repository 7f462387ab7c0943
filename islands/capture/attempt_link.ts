import { CloseCode, mayReconnect } from "../../protocol/close_codes.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import { BATCH_INTERVAL_MS, HEARTBEAT_MS, MAX_MESSAGES_PER_SECOND, PROTOCOL_VERSION } from "../../protocol/limits.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { backoffMs } from "./backoff.ts";
import { Batcher, isAnswer } from "./batcher.ts";
import { HeldBatches } from "./held_batches.ts";
import type { HeldBatch } from "./outbox.ts";
import { readServerMessage } from "./server_message.ts";

/** Silence from the server after which the connection counts as broken, in ms: several missed answers to a ping. */
export const SILENCE_MS = 7_000;

/** A batch that is not acknowledged for this long is sent again over a new connection, in ms. */
export const ACK_TIMEOUT_MS = 20_000;

/** Half of what the server takes, so that a long outbox never meets the limit. */
const MESSAGES_PER_SECOND = MAX_MESSAGES_PER_SECOND / 2;

/** A socket, as little of it as is needed. */
export interface LinkSocket {
  send(text: string): void;
  close(): void;
}

export interface SocketHandlers {
  opened(): void;
  received(data: unknown): void;
  closed(code: number, reason: string): void;
}

/** The world as the link sees it: a browser, or a test. */
export interface LinkWorld {
  connect(handlers: SocketHandlers): LinkSocket;
  /** Monotonic clock, ms. */
  now(): number;
  /** Wall clock, ms since 1970: sent along, never used. */
  wallNow(): number;
  /** In [0, 1). */
  random(): number;
  /** Runs something later; the answer calls it off. */
  after(ms: number, run: () => void): () => void;
  /** As `eventsHash`: null where the browser cannot. */
  hash(events: readonly CapturedEvent[]): Promise<string | null>;
}

/** How the attempt is connected. */
export type LinkStatus =
  | { kind: "connecting" }
  | { kind: "online" }
  /** Broken; it comes back by itself. */
  | { kind: "waiting" }
  /** The server closed it for good; nothing is sent any more. */
  | { kind: "closed"; code: number; reason: string };

export interface LinkListener {
  /** Called before a batch is closed: signals hand over what is open. */
  settle(): void;
  message(message: ServerToStudent): void;
  status(status: LinkStatus): void;
  /** Something was recorded, stored or acknowledged: what is held has changed. */
  changed(): void;
  /**
   * Somebody else wrote to this attempt since this page last heard of it. Resolves with the attempt time, ms, of
   * the last event that the server has, or null where it could not be asked.
   *
   * @param fromSeq What is held from here on is not on the server, for certain.
   */
  overtaken(fromSeq: number): Promise<number | null>;
  /** Events held so far were moved forward by so much, in ms; the clock has to follow. */
  shifted(ms: number): void;
}

/**
 * An attempt's connection: gathers events into batches, keeps them until the server has them on disk, and keeps
 * the socket up, however often it breaks.
 */
export class AttemptLink {
  readonly #world: LinkWorld;
  readonly #token: string;
  readonly #held: HeldBatches;
  readonly #listener: LinkListener;
  readonly #batcher: Batcher;
  #socket: LinkSocket | null = null;
  #status: LinkStatus = { kind: "connecting" };
  /** Counts connections, so that what a broken one still says is not heard. */
  #generation = 0;
  #failures = 0;
  #heardAt = 0;
  #sentAt = 0;
  #ackedAt = 0;
  #sentInSecond = 0;
  #secondBeganAt = 0;
  #cancelTick: () => void = () => {};
  #cancelRetry: (() => void) | null = null;
  #cancelHeartbeat: () => void = () => {};
  #isStopped = false;

  constructor(world: LinkWorld, token: string, held: HeldBatches, listener: LinkListener, lastT: number) {
    this.#world = world;
    this.#token = token;
    this.#held = held;
    this.#listener = listener;
    this.#batcher = new Batcher(() => this.#seal(), lastT);
    held.onChange = () => {
      this.#pump();
      listener.changed();
    };
  }

  /** Connects, and begins to close a batch each second. */
  start(): void {
    this.#connect();
    const tick = () => {
      this.#tick();
      if (!this.#isStopped) this.#cancelTick = this.#world.after(BATCH_INTERVAL_MS, tick);
    };
    this.#cancelTick = this.#world.after(BATCH_INTERVAL_MS, tick);
  }

  /** Takes an event. */
  record(event: CapturedEvent): void {
    if (this.#isStopped) return;
    this.#batcher.add(event);
    if (isAnswer(event)) this.#listener.changed();
  }

  /** Answers that the server has not acknowledged. */
  get unsavedAnswers(): number {
    return this.#batcher.answers + this.#held.outbox.answers;
  }

  /** What is held from a batch on, oldest first, and what waits for one. */
  eventsFrom(seq: number): CapturedEvent[] {
    const held = this.#held.outbox.held.filter((batch) => batch.seq >= seq);
    return [...held.flatMap((batch) => batch.events), ...this.#batcher.events];
  }

  /** Closes the open batch and sends what may be sent; called also when the page is hidden. */
  flush(): void {
    this.#listener.settle();
    this.#seal();
    this.#pump();
  }

  /** The page is going away: what is open is stored and sent at once, without waiting for one another. */
  flushNow(): void {
    this.#listener.settle();
    this.#seal();
    this.#pump(() => true);
  }

  /** Resolves true once everything is acknowledged, false after a while. @param withinMs How long to wait, ms. */
  async drained(withinMs: number): Promise<boolean> {
    const until = this.#world.now() + withinMs;
    this.flush();
    while (this.#held.outbox.held.length > 0 || this.#batcher.events.length > 0) {
      if (this.#world.now() >= until || this.#status.kind === "closed") return false;
      await new Promise<void>((resolve) => this.#world.after(50, resolve));
      if (this.#batcher.answers > 0) this.flush();
      else if (this.#held.outbox.held.length === 0) break;
    }
    return this.unsavedAnswers === 0;
  }

  /** The network may be back: tries at once. */
  retryNow(): void {
    if (this.#cancelRetry === null) return;
    this.#cancelRetry();
    this.#connect();
  }

  /** Stops for good; what is held stays on the device. */
  stop(): void {
    if (this.#isStopped) return;
    this.#listener.settle();
    this.#seal();
    this.#isStopped = true;
    this.#drop();
    this.#cancelTick();
    this.#cancelRetry?.();
    this.#cancelRetry = null;
  }

  #connect(): void {
    this.#cancelRetry = null;
    const generation = ++this.#generation;
    const isCurrent = () => generation === this.#generation;
    this.#heardAt = this.#ackedAt = this.#world.now();
    this.#socket = this.#world.connect({
      opened: () => {
        if (isCurrent()) this.#send({ type: "hello", protocol: PROTOCOL_VERSION, token: this.#token });
      },
      received: (data) => {
        if (isCurrent()) this.#receive(data, isCurrent);
      },
      closed: (code, reason) => {
        if (isCurrent()) this.#closed(code, reason);
      },
    });
  }

  #closed(code: number, reason: string): void {
    this.#drop();
    if (!mayReconnect(code)) {
      this.#isStopped = true;
      this.#cancelTick();
      this.#setStatus({ kind: "closed", code, reason });
      return;
    }
    this.#setStatus({ kind: "waiting" });
    const waitMs = backoffMs(this.#failures++, this.#world.random());
    this.#cancelRetry = this.#world.after(waitMs, () => this.#connect());
  }

  #drop(): void {
    this.#generation++;
    this.#cancelHeartbeat();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #receive(data: unknown, isCurrent: () => boolean): void {
    this.#heardAt = this.#world.now();
    if (typeof data !== "string") return;
    let message: ServerToStudent | null;
    try {
      message = readServerMessage(data);
    } catch {
      // A server that speaks otherwise is not ours to mend: say so instead of guessing.
      return this.#closed(CloseCode.protocol_version, "protocol_version");
    }
    if (message === null) return;
    switch (message.type) {
      case "welcome":
        void this.#welcome(message, isCurrent);
        return;
      case "ack":
        this.#ackedAt = this.#world.now();
        this.#failures = 0;
        this.#held.ack(message.seq);
        return;
      case "expected":
        this.#held.expected(message.seq);
        return;
      case "conflict":
        void this.#conflict(message.seq, message.last_seq, isCurrent);
        return;
      default:
        this.#listener.message(message);
    }
  }

  async #welcome(message: Extract<ServerToStudent, { type: "welcome" }>, isCurrent: () => boolean): Promise<void> {
    const { outbox } = this.#held;
    const last = outbox.held.find((batch) => batch.seq === message.last_seq);
    const hash = last === undefined ? null : await this.#world.hash(last.events);
    if (!isCurrent()) return;
    const isUnknown = message.last_seq >= outbox.nextSeq;
    this.#held.isBlocked = isUnknown;
    this.#held.welcome(message.last_seq, hash === null ? null : hash === message.last_hash);
    this.#setStatus({ kind: "online" });
    this.#listener.message(message);
    if (isUnknown) {
      const lastT = await this.#listener.overtaken(message.last_seq + 1);
      if (!isCurrent()) return;
      this.#moveBehind(lastT, message.last_seq + 1);
    }
    // Answers to what was sent before do not come any more; the wait begins anew.
    this.#ackedAt = this.#world.now();
    this.#held.isBlocked = false;
    this.#pump();
  }

  async #conflict(seq: number, lastSeq: number, isCurrent: () => boolean): Promise<void> {
    this.#held.isBlocked = true;
    const lastT = await this.#listener.overtaken(seq);
    if (!isCurrent()) return;
    this.#held.conflict(seq, lastSeq, this.#moveBehind(lastT, seq));
    this.#held.isBlocked = false;
    this.#pump();
  }

  /**
   * What is held from `seq` on has to lie behind what another device wrote: it moves as one block, so that the
   * rhythm in it stays, and the clock moves with it.
   *
   * @param lastT Attempt time of the server's last event, ms; null where it is not known.
   * @returns By how much held batches have to be moved, in ms.
   */
  #moveBehind(lastT: number | null, seq: number): number {
    if (lastT === null) return 0;
    const firstT = this.eventsFrom(seq).reduce((first, event) => Math.min(first, event.t), Infinity);
    const shiftMs = firstT === Infinity ? 0 : Math.max(0, lastT - firstT);
    if (shiftMs > 0) {
      this.#batcher.shift(shiftMs);
      this.#listener.shifted(shiftMs);
    }
    this.#batcher.notBefore(lastT);
    return shiftMs;
  }

  #tick(): void {
    this.#listener.settle();
    this.#seal();
    this.#pump();
    if (this.#socket === null) return;
    const now = this.#world.now();
    const isWaiting = this.#held.outbox.held.length > 0 && this.#status.kind === "online";
    if (!isWaiting) this.#ackedAt = now;
    if (now - this.#heardAt > SILENCE_MS || now - this.#ackedAt > ACK_TIMEOUT_MS) this.#closed(1006, "silence");
  }

  #seal(): void {
    const events = this.#batcher.take();
    if (events !== null) this.#held.seal(events, this.#world.wallNow());
  }

  #pump(isReady?: (batch: HeldBatch) => boolean): void {
    if (this.#status.kind !== "online") return;
    while (this.#maySend()) {
      const batch = this.#held.next(isReady);
      if (batch === null) return;
      this.#send({ type: "batch", seq: batch.seq, sentAt: batch.sentAt, events: batch.events });
    }
  }

  #maySend(): boolean {
    const now = this.#world.now();
    if (now - this.#secondBeganAt >= 1_000) {
      this.#secondBeganAt = now;
      this.#sentInSecond = 0;
    }
    if (this.#sentInSecond < MESSAGES_PER_SECOND) return true;
    if (this.#sentInSecond++ === MESSAGES_PER_SECOND) {
      this.#world.after(1_000 - (now - this.#secondBeganAt), () => this.#pump());
    }
    return false;
  }

  #send(message: object): void {
    this.#socket?.send(JSON.stringify(message));
    this.#sentAt = this.#world.now();
    this.#sentInSecond++;
    this.#cancelHeartbeat();
    this.#cancelHeartbeat = this.#world.after(HEARTBEAT_MS - 100, () => {
      if (this.#socket !== null && this.#status.kind === "online") this.#send({ type: "ping" });
    });
  }

  #setStatus(status: LinkStatus): void {
    this.#status = status;
    this.#listener.status(status);
  }
}
