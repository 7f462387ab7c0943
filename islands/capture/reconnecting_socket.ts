import { CloseCode, mayReconnect } from "../../protocol/close_codes.ts";
import { HEARTBEAT_MS } from "../../protocol/limits.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { backoffMs } from "./backoff.ts";
import type { LinkSocket, LinkWorld } from "./link_world.ts";
import { readServerMessage } from "./server_message.ts";

/** Silence from the server after which the connection counts as broken, in ms: several missed answers to a ping. */
export const SILENCE_MS = 7_000;

/** How the attempt is connected. */
export type LinkStatus =
  | { kind: "connecting" }
  | { kind: "online" }
  /** Broken; it comes back by itself. */
  | { kind: "waiting" }
  /** The server closed it for good; nothing is sent any more. */
  | { kind: "closed"; code: number; reason: string };

export interface SocketListener {
  /** The connection is open; the first word is ours. */
  opened(): void;
  message(message: ServerToStudent): void;
  status(status: LinkStatus): void;
}

/** A socket that comes back when it breaks, and stays away when the server says so. */
export class ReconnectingSocket {
  readonly #world: LinkWorld;
  readonly #listener: SocketListener;
  #socket: LinkSocket | null = null;
  #status: LinkStatus = { kind: "connecting" };
  #generation = 0;
  #failures = 0;
  #heardAt = 0;
  #cancelRetry: (() => void) | null = null;
  #cancelHeartbeat: () => void = () => {};

  constructor(world: LinkWorld, listener: SocketListener) {
    this.#world = world;
    this.#listener = listener;
  }

  get status(): LinkStatus {
    return this.#status;
  }

  /** Number of the connection: what waited for something meanwhile asks whether it is still the same. */
  get generation(): number {
    return this.#generation;
  }

  connect(): void {
    this.#cancelRetry = null;
    const generation = ++this.#generation;
    const isCurrent = () => generation === this.#generation;
    this.#heardAt = this.#world.now();
    this.#socket = this.#world.connect({
      opened: () => {
        if (isCurrent()) this.#listener.opened();
      },
      received: (data) => {
        if (isCurrent()) this.#receive(data);
      },
      closed: (code, reason) => {
        if (isCurrent()) this.closed(code, reason);
      },
    });
  }

  /** The server took us in. */
  welcomed(): void {
    this.#setStatus({ kind: "online" });
  }

  /** It works: the next break is a first one again. */
  proved(): void {
    this.#failures = 0;
  }

  send(message: object): void {
    this.#socket?.send(JSON.stringify(message));
    this.#cancelHeartbeat();
    this.#cancelHeartbeat = this.#world.after(HEARTBEAT_MS - 100, () => {
      if (this.#socket !== null && this.#status.kind === "online") this.send({ type: "ping" });
    });
  }

  /** Gives a connection up that says nothing any more. */
  giveUpIfSilent(): void {
    if (this.#socket !== null && this.#world.now() - this.#heardAt > SILENCE_MS) this.closed(1006, "silence");
  }

  /** The connection is gone, or is treated so. */
  closed(code: number, reason: string): void {
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

  /** Hangs up for good. */
  stop(): void {
    this.#drop();
    this.#cancelRetry?.();
    this.#cancelRetry = null;
  }

  #drop(): void {
    // What a broken connection still says is not heard.
    this.#generation++;
    this.#cancelHeartbeat();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #receive(data: unknown): void {
    this.#heardAt = this.#world.now();
    if (typeof data !== "string") return;
    let message: ServerToStudent | null;
    try {
      message = readServerMessage(data);
    } catch {
      // A server that speaks otherwise is not ours to mend: say so instead of guessing.
      return this.closed(CloseCode.protocol_version, "protocol_version");
    }
    if (message !== null) this.#listener.message(message);
  }

  #setStatus(status: LinkStatus): void {
    this.#status = status;
    this.#listener.status(status);
  }
}
