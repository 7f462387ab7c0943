import type { CapturedEvent } from "../../protocol/events.ts";
import { PROTOCOL_VERSION } from "../../protocol/limits.ts";
import type { ServerToStudent, StudentToServer } from "../../protocol/student_messages.ts";
import { Batcher, isAnswer } from "./batcher.ts";
import { Connection, type LinkStatus } from "./connection.ts";
import type { HeldBatches } from "./held_batches.ts";
import type { LinkWorld } from "./link_world.ts";
import type { HeldBatch } from "./outbox.ts";
import { PAGE_PACE } from "./pace.ts";
import { SendRate } from "./send_rate.ts";

/** A batch that is not acknowledged for this long is sent again over a new connection, in ms. */
const ACK_TIMEOUT_MS = 20_000;

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
 * the connection up, however often it breaks.
 */
export class AttemptLink {
  readonly #world: LinkWorld;
  readonly #connection: Connection;
  readonly #held: HeldBatches;
  readonly #listener: LinkListener;
  readonly #batcher: Batcher;
  readonly #rate: SendRate;
  #ackedAt = 0;
  #cancelTick: () => void = () => {};
  #isStopped = false;

  /** @param lastT Attempt time of the last event so far, ms; 0 for a new attempt. */
  constructor(
    world: LinkWorld,
    token: string,
    held: HeldBatches,
    listener: LinkListener,
    lastT: number,
  ) {
    this.#world = world;
    this.#connection = new Connection(world, {
      opened: () => {
        this.#ackedAt = world.now();
        this.#connection.send({ type: "hello", protocol: PROTOCOL_VERSION, token });
      },
      message: (message) => this.#hear(message),
      status: (status) => this.#follow(status),
    }, PAGE_PACE.pingAfterMs);
    this.#held = held;
    this.#listener = listener;
    this.#rate = new SendRate(world, PAGE_PACE.batchesPerSecond, () => this.#pump());
    this.#batcher = new Batcher(() => this.#seal(), lastT);
    held.onChange = () => {
      this.#pump();
      listener.changed();
    };
  }

  /** Connects, and begins to close a batch each second. */
  start(): void {
    this.#connection.connect();
    this.#tickLater();
  }

  /** Takes an event. */
  record(event: CapturedEvent): void {
    if (this.#isStopped) return;
    this.#batcher.add(event);
    if (isAnswer(event)) this.#listener.changed();
  }

  /** Takes a whole batch, sorted by time, from whoever cuts batches itself: a machine. */
  add(events: CapturedEvent[]): void {
    if (this.#isStopped) return;
    this.#held.seal(events, this.#world.wallNow());
    this.#pump();
  }

  /** Answers that the server has not acknowledged. */
  get unsavedAnswers(): number {
    return this.#batcher.answers + this.#held.outbox.answers;
  }

  /** What is held, as batches. */
  get heldBatches(): readonly HeldBatch[] {
    return this.#held.outbox.held;
  }

  /** What is held from a batch on, oldest first, and what waits for one. */
  eventsFrom(seq: number): CapturedEvent[] {
    const held = this.#held.outbox.held.filter((batch) => batch.seq >= seq);
    return [...held.flatMap((batch) => batch.events), ...this.#batcher.events];
  }

  /**
   * Closes the open batch and sends what may be sent; called also when the page is hidden.
   *
   * @param isReady Overrides the wait for the disk.
   */
  flush(isReady?: (batch: HeldBatch) => boolean): void {
    this.#listener.settle();
    this.#seal();
    this.#pump(isReady);
  }

  /** The page is going away: what is open is stored and sent at once, without waiting for one another. */
  flushNow(): void {
    this.flush(() => true);
  }

  /** The student has read a notice. Where this does not arrive, the next welcome shows it. */
  seen(id: string): void {
    this.#connection.send({ type: "seen", id });
  }

  /** Says a word that nothing waits for. @returns Whether there is a connection to say it on. */
  tell(message: Extract<StudentToServer, { type: "call" | "practice" | "take_break" | "back" }>): boolean {
    this.#connection.send(message);
    return this.#connection.status.kind === "online";
  }

  /** Resolves true once everything is acknowledged, false after a while. @param withinMs How long to wait, ms. */
  async drained(withinMs: number): Promise<boolean> {
    const until = this.#world.now() + withinMs;
    this.flush();
    while (this.#held.outbox.held.length > 0 || this.#batcher.answers > 0) {
      if (this.#world.now() >= until || this.#connection.status.kind === "closed") return false;
      await new Promise<void>((resolve) => this.#world.after(50, resolve));
      if (this.#batcher.answers > 0) this.flush();
    }
    return this.unsavedAnswers === 0;
  }

  /** The network may be back: tries at once. */
  retryNow(): void {
    this.#connection.retryNow();
  }

  /** Stops for good; what is held stays on the device. */
  stop(): void {
    if (this.#isStopped) return;
    this.#listener.settle();
    this.#seal();
    this.#isStopped = true;
    this.#connection.stop();
    this.#cancelTick();
  }

  #follow(status: LinkStatus): void {
    if (status.kind === "closed" && !this.#isStopped) {
      // What was captured up to now is numbered and kept: it may be handed over some other way.
      this.#listener.settle();
      this.#seal();
      this.#isStopped = true;
      this.#cancelTick();
    }
    this.#listener.status(status);
  }

  #hear(message: ServerToStudent): void {
    switch (message.type) {
      case "welcome":
        return void this.#welcome(message);
      case "ack":
        this.#ackedAt = this.#world.now();
        this.#connection.proved();
        return this.#held.ack(message.seq);
      case "expected":
        return this.#held.expected(message.seq);
      case "conflict":
        return void this.#conflict(message.seq, message.last_seq);
      default:
        this.#listener.message(message);
    }
  }

  async #welcome(message: Extract<ServerToStudent, { type: "welcome" }>): Promise<void> {
    const isCurrent = this.#connection.current();
    const { outbox } = this.#held;
    const last = outbox.held.find((batch) => batch.seq === message.last_seq);
    const hash = last === undefined ? null : await this.#world.hash(last.events);
    if (!isCurrent()) return;
    const isUnknown = message.last_seq >= outbox.nextSeq;
    this.#held.isBlocked = isUnknown;
    this.#held.welcome(message.last_seq, hash === null ? null : hash === message.last_hash);
    this.#connection.welcomed();
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

  async #conflict(seq: number, lastSeq: number): Promise<void> {
    const isCurrent = this.#connection.current();
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

  #tickLater(): void {
    this.#cancelTick = this.#world.after(PAGE_PACE.batchMs, () => {
      this.flush();
      const now = this.#world.now();
      const isWaiting = this.#held.outbox.held.length > 0 && this.#connection.status.kind === "online";
      if (!isWaiting) this.#ackedAt = now;
      else if (now - this.#ackedAt > ACK_TIMEOUT_MS) this.#connection.closed(1006);
      if (!this.#isStopped) this.#tickLater();
    });
  }

  #seal(): void {
    const events = this.#batcher.take();
    if (events !== null) this.#held.seal(events, this.#world.wallNow());
  }

  #pump(isReady?: (batch: HeldBatch) => boolean): void {
    if (this.#connection.status.kind !== "online") return;
    while (this.#rate.mayGo()) {
      const batch = this.#held.next(isReady);
      if (batch === null) return;
      this.#rate.count();
      this.#connection.send({ type: "batch", seq: batch.seq, sentAt: batch.sentAt, events: batch.events });
    }
  }
}
