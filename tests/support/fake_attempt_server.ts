import { createHash } from "node:crypto";
import { readServerMessage } from "../../islands/link/server_message.ts";
import type { Transport, TransportHandlers } from "../../islands/link/transport.ts";
import { CloseCode } from "../../protocol/close_codes.ts";
import { type CapturedEvent, firstUnsorted } from "../../protocol/events.ts";
import { MAX_BACKSTEP_MS } from "../../protocol/limits.ts";
import { type ServerToStudent, StudentToServer } from "../../protocol/student_messages.ts";

/** A batch as the fake log keeps it. */
export interface StoredBatch {
  seq: number;
  events: CapturedEvent[];
}

/**
 * The server's side of a student's socket as the protocol says, in memory: one writer, a gap-free log, resends
 * that change nothing. Messages wait in queues until a test delivers, drops or delays them.
 */
export class FakeAttemptServer {
  readonly log: StoredBatch[] = [];
  /** Close codes that this server refused something with. */
  readonly refusals: number[] = [];
  serverTime = 1_700_000_100_000;
  isDown = false;
  #connection: FakeTransport | null = null;

  accept = (handlers: TransportHandlers): Transport => {
    const connection = new FakeTransport(this, handlers);
    if (this.isDown) connection.broken = true;
    return connection;
  };

  /** Delivers what is on its way, in both directions. */
  deliver(): void {
    for (const connection of this.#connections) connection.deliver();
  }

  /** Breaks the connection: what is on its way is lost. @param answersOnly Keeps what the student sent. */
  drop(answersOnly = false): void {
    for (const connection of this.#connections) connection.drop(answersOnly);
  }

  /** Says something to the student. */
  say(message: ServerToStudent): void {
    this.#connection?.say(message);
  }

  /** Another device writes a batch, and takes the attempt over. */
  writeElsewhere(events: CapturedEvent[]): void {
    this.#connection?.close(CloseCode.taken_over);
    this.log.push({ seq: this.log.length + 1, events });
  }

  get lastT(): number {
    return this.log.reduce((last, { events }) => Math.max(last, events.at(-1)?.t ?? 0), 0);
  }

  /** Every stored event, in order. */
  get events(): CapturedEvent[] {
    return this.log.flatMap((batch) => batch.events);
  }

  readonly #connections = new Set<FakeTransport>();

  opened(connection: FakeTransport): void {
    this.#connections.add(connection);
  }

  gone(connection: FakeTransport): void {
    this.#connections.delete(connection);
    if (this.#connection === connection) this.#connection = null;
  }

  take(connection: FakeTransport, text: string): void {
    const message = StudentToServer.parse(JSON.parse(text));
    switch (message.type) {
      case "hello": {
        this.#connection?.close(CloseCode.taken_over);
        this.#connection = connection;
        const last = this.log.at(-1);
        return connection.say({
          type: "welcome",
          protocol: 1,
          attempt_id: "a1",
          last_seq: last?.seq ?? 0,
          last_hash: last === undefined ? null : hashOf(last.events),
          deadline: this.serverTime + 3_600_000,
          state: "active",
          server_time: this.serverTime,
        });
      }
      case "ping":
        return connection.say({ type: "pong", server_time: this.serverTime });
      case "batch": {
        const stored = this.log[message.seq - 1];
        if (stored !== undefined) {
          const isSame = hashOf(stored.events) === hashOf(message.events);
          return connection.say(
            isSame
              ? { type: "ack", seq: message.seq }
              : { type: "conflict", seq: message.seq, last_seq: this.log.length },
          );
        }
        if (message.seq > this.log.length + 1) {
          return connection.say({ type: "expected", seq: this.log.length + 1 });
        }
        const isBackwards = message.events[0].t < this.lastT - MAX_BACKSTEP_MS;
        if (isBackwards || firstUnsorted(message.events) !== -1) {
          this.refusals.push(CloseCode.out_of_order);
          return connection.close(CloseCode.out_of_order);
        }
        this.log.push({ seq: message.seq, events: message.events });
        connection.say({ type: "ack", seq: message.seq });
      }
    }
  }
}

class FakeTransport implements Transport {
  broken = false;
  #up: string[] = [];
  #down: string[] = [];
  #isOpen = false;
  #isClosed = false;
  readonly #server: FakeAttemptServer;
  readonly #handlers: TransportHandlers;

  constructor(server: FakeAttemptServer, handlers: TransportHandlers) {
    this.#server = server;
    this.#handlers = handlers;
    server.opened(this);
  }

  send(message: StudentToServer): void {
    if (!this.#isClosed) this.#up.push(JSON.stringify(message));
  }

  /** The student's side hangs up: what it sent before still arrives. */
  close(code?: number): void {
    if (this.#isClosed) return;
    for (const text of this.#up.splice(0)) if (!this.broken && code === undefined) this.#server.take(this, text);
    this.#isClosed = true;
    this.#server.gone(this);
    if (code !== undefined) this.#handlers.closed(code, "");
  }

  say(message: ServerToStudent): void {
    this.#down.push(JSON.stringify(message));
  }

  deliver(): void {
    if (this.#isClosed) return;
    if (this.broken) return this.drop(false);
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#handlers.opened();
    }
    for (const text of this.#up.splice(0)) if (!this.#isClosed) this.#server.take(this, text);
    for (const text of this.#down.splice(0)) if (!this.#isClosed) this.#handlers.received(readServerMessage(text));
  }

  drop(answersOnly: boolean): void {
    if (this.#isClosed) return;
    if (answersOnly && this.#isOpen) { for (const text of this.#up.splice(0)) this.#server.take(this, text); }
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#server.gone(this);
    this.#handlers.closed(1006, "");
  }
}

function hashOf(events: readonly CapturedEvent[]): string {
  return createHash("sha256").update(JSON.stringify(events)).digest("hex");
}
