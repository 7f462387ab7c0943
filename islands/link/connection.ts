import { mayReconnect } from "../../protocol/close_codes.ts";
import type { ServerToStudent, StudentToServer } from "../../protocol/student_messages.ts";
import { backoffMs } from "./backoff.ts";
import type { LinkWorld } from "./link_world.ts";
import type { Transport } from "./transport.ts";

/** Silence from the server after which the connection counts as broken, in ms: several missed answers to a ping. */
export const SILENCE_MS = 7_000;

/** Close code of a connection that this page has ended itself: a normal end (RFC 6455, 7.4.1). */
export const STOPPED = 1000;

/** How the attempt is connected. */
export type LinkStatus =
  | { kind: "connecting" }
  | { kind: "online" }
  /** Broken; it comes back by itself. */
  | { kind: "waiting" }
  /** The server, or this page itself, closed it for good; nothing is sent any more. */
  | { kind: "closed"; code: number; reason: string };

interface ConnectionListener {
  /** The connection is open; the first word is ours. */
  opened(): void;
  message(message: ServerToStudent): void;
  status(status: LinkStatus): void;
}

/** A connection that comes back when it breaks, and stays away when the server says so. */
export class Connection {
  readonly #world: LinkWorld;
  readonly #listener: ConnectionListener;
  readonly #pingAfterMs: number;
  #transport: Transport | null = null;
  #status: LinkStatus = { kind: "connecting" };
  #generation = 0;
  #failures = 0;
  #heardAt = 0;
  #saidAt = 0;
  #cancelRetry: (() => void) | null = null;
  #cancelBeat: () => void = () => {};

  /** @param pingAfterMs As in {@link ./pace.ts}. */
  constructor(world: LinkWorld, listener: ConnectionListener, pingAfterMs: number) {
    this.#world = world;
    this.#pingAfterMs = pingAfterMs;
    this.#listener = listener;
  }

  get status(): LinkStatus {
    return this.#status;
  }

  /** A question to ask after waiting for something: is the connection of this moment still the one? */
  current(): () => boolean {
    const generation = this.#generation;
    return () => generation === this.#generation;
  }

  connect(): void {
    this.#cancelRetry = null;
    this.#generation++;
    const isCurrent = this.current();
    this.#heardAt = this.#saidAt = this.#world.now();
    this.#transport = this.#world.connect({
      opened: () => {
        if (isCurrent()) this.#listener.opened();
      },
      received: (message) => {
        if (!isCurrent()) return;
        this.#heardAt = this.#world.now();
        if (message !== null) this.#listener.message(message);
      },
      closed: (code, reason) => {
        if (isCurrent()) this.closed(code, reason);
      },
    });
    this.#beat();
  }

  /** The server took us in. */
  welcomed(): void {
    this.#setStatus({ kind: "online" });
  }

  /** It works: the next break is a first one again. */
  proved(): void {
    this.#failures = 0;
  }

  send(message: StudentToServer): void {
    this.#saidAt = this.#world.now();
    this.#transport?.send(message);
  }

  /** The connection is gone, or is treated so. */
  closed(code: number, reason = ""): void {
    this.#drop();
    if (!mayReconnect(code)) return this.#setStatus({ kind: "closed", code, reason });
    this.#setStatus({ kind: "waiting" });
    const waitMs = backoffMs(this.#failures++, this.#world.random());
    this.#cancelRetry = this.#world.after(waitMs, () => this.connect());
  }

  /** The network may be back: tries at once. */
  retryNow(): void {
    if (this.#cancelRetry === null) return;
    this.#cancelRetry();
    this.connect();
  }

  /** Hangs up for good: from here on nothing is sent. */
  stop(): void {
    this.#drop();
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    if (this.#status.kind !== "closed") this.#setStatus({ kind: "closed", code: STOPPED, reason: "" });
  }

  #drop(): void {
    // What a broken connection still says is not heard.
    this.#generation++;
    this.#cancelBeat();
    this.#transport?.close();
    this.#transport = null;
  }

  /** Says something where nothing was said for too long, and gives up a connection that says nothing any more. */
  #beat(): void {
    const now = this.#world.now();
    if (now - this.#heardAt > SILENCE_MS) return this.closed(1006);
    if (now - this.#saidAt >= this.#pingAfterMs) {
      this.#saidAt = now;
      if (this.#status.kind === "online") this.#transport?.send({ type: "ping" });
    }
    this.#cancelBeat = this.#world.after(this.#saidAt + this.#pingAfterMs - now, () => this.#beat());
  }

  #setStatus(status: LinkStatus): void {
    this.#status = status;
    this.#listener.status(status);
  }
}
