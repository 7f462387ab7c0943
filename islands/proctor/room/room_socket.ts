import { mayReconnect } from "../../../protocol/close_codes.ts";
import { HEARTBEAT_MS, PROTOCOL_VERSION } from "../../../protocol/limits.ts";
import { type HandleAlerts, type ProctorAction, ServerToProctor } from "../../../protocol/proctor_messages.ts";
import type { GiveBack, LookAt, TakeStudent } from "../../../protocol/room_people.ts";
import type { SayToStaff } from "../../../protocol/staff_talk.ts";
import { backoffMs } from "../../link/backoff.ts";
import type { ConnectionState } from "../../components/connection_status.tsx";

/** As much of a WebSocket as is used here, so that tests bring their own. */
export interface SocketLike {
  send(text: string): void;
  close(code?: number, reason?: string): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
}

/** What happens outside: the socket, the clock and chance. */
export interface SocketWorld {
  open(): SocketLike;
  /** A machine's; absent where the session's cookie goes along. */
  token?: string;
  nowMs(): number;
  random(): number;
  /** Calls back once; returns what cancels it. */
  after(ms: number, call: () => void): () => void;
}

interface RoomSocketListener {
  /** @param reason Why the server closed the connection for good, as its close frame says; else empty. */
  onState(state: ConnectionState, reason: string): void;
  onMessage(message: Exclude<ServerToProctor, { type: "done" | "refused" | "pong" }>): void;
  /** Server time minus this page's clock, in ms. */
  onClock(offsetMs: number): void;
  /** Version of the room that is known, to ask only for what was missed; null for the whole room. */
  since(): number | null;
}

/** What came of an action: done, refused in the server's words, or null for no answer at all. */
export type ActionOutcome =
  | { ok: true; count: number; refused: RefusedTarget[] }
  | { ok: false; message: string | null; code?: string };

/** One of several attempts that something could not be done to, and why. */
export type RefusedTarget = Extract<ServerToProctor, { type: "done" }>["refused"][number];

/** A server that says nothing for this long is taken for gone, in ms. It answers every ping. */
const SILENCE_MS = 8_000;
/** An action that got no answer for this long, over reconnects, is given up, in ms. */
const ACTION_TIMEOUT_MS = 20_000;

interface Pending {
  text: string;
  settle: (outcome: ActionOutcome) => void;
  cancelTimeout: () => void;
}

/**
 * The proctor's connection to a room: says hello, keeps alive, comes back by itself with jittered back-off and
 * asks for what it missed; sends actions again that were not answered, each of which the server does once.
 */
export class RoomSocket {
  readonly #examId: string;
  readonly #world: SocketWorld;
  readonly #listener: RoomSocketListener;
  readonly #pending = new Map<string, Pending>();
  #socket: SocketLike | null = null;
  #isOpen = false;
  #isStopped = false;
  #failures = 0;
  #heardMs = 0;
  /** What says whom this page looks at; null before it looked at anybody. */
  #look: string | null = null;
  #cancelBeat: () => void = () => {};
  #cancelRetry: () => void = () => {};

  constructor(examId: string, world: SocketWorld, listener: RoomSocketListener) {
    this.#examId = examId;
    this.#world = world;
    this.#listener = listener;
  }

  /** Connects; also at once where it was waiting to. */
  connect(): void {
    if (this.#socket !== null || this.#isStopped) return;
    this.#cancelRetry();
    const socket = this.#world.open();
    this.#socket = socket;
    socket.onopen = () => this.#hello(socket);
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = (event) => {
      if (this.#socket === socket) this.#closed(event.code, event.reason);
    };
  }

  /** Asks for the whole room again, on a new connection. */
  restart(): void {
    const socket = this.#socket;
    this.#forget();
    socket?.close(1000, "");
    this.connect();
  }

  /** Ends the connection for good. */
  stop(): void {
    this.#isStopped = true;
    this.#cancelRetry();
    const socket = this.#socket;
    this.#forget();
    socket?.close(1000, "");
  }

  /** Has an action carried out; answers when the server has, also over a reconnect. */
  act(action: ProctorAction | HandleAlerts | TakeStudent | GiveBack | SayToStaff): Promise<ActionOutcome> {
    return new Promise((resolve) => {
      const settle = (outcome: ActionOutcome) => {
        this.#pending.get(action.id)?.cancelTimeout();
        this.#pending.delete(action.id);
        resolve(outcome);
      };
      const cancelTimeout = this.#world.after(ACTION_TIMEOUT_MS, () => settle({ ok: false, message: null }));
      const text = JSON.stringify(action);
      this.#pending.set(action.id, { text, settle, cancelTimeout });
      if (this.#isOpen) this.#socket?.send(text);
    });
  }

  /** Says whom this page looks at, and again on each new connection. */
  lookAt(attemptId: string | null): void {
    const message: LookAt = { type: "look", attempt_id: attemptId };
    this.#look = JSON.stringify(message);
    if (this.#isOpen) this.#socket?.send(this.#look);
  }

  #hello(socket: SocketLike): void {
    const since = this.#listener.since();
    socket.send(JSON.stringify({
      type: "hello",
      protocol: PROTOCOL_VERSION,
      ...(this.#world.token === undefined ? {} : { token: this.#world.token }),
      exam: this.#examId,
      ...(since === null ? {} : { since }),
    }));
    this.#heardMs = this.#world.nowMs();
    this.#beat();
  }

  #beat(): void {
    this.#cancelBeat = this.#world.after(HEARTBEAT_MS, () => {
      if (this.#socket === null) return;
      if (this.#world.nowMs() - this.#heardMs > SILENCE_MS) {
        const socket = this.#socket;
        this.#closed(1006, "");
        socket.close();
        return;
      }
      // Until the room has come, hello is all that may be said.
      if (this.#isOpen) this.#socket.send('{"type":"ping"}');
      this.#beat();
    });
  }

  #receive(data: unknown): void {
    const message = readMessage(data);
    this.#heardMs = this.#world.nowMs();
    if (message === null) return;
    if (!this.#isOpen && (message.type === "room" || message.type === "frame")) this.#opened();
    if (message.type === "pong") this.#listener.onClock(message.server_time - this.#world.nowMs());
    else if (message.type === "done") {
      this.#pending.get(message.id)?.settle({ ok: true, count: message.count, refused: message.refused });
    } else if (message.type === "refused") {
      this.#pending.get(message.id)?.settle({ ok: false, message: message.message, code: message.code });
    } else this.#listener.onMessage(message);
  }

  #opened(): void {
    this.#isOpen = true;
    this.#failures = 0;
    this.#listener.onState("online", "");
    if (this.#look !== null) this.#socket?.send(this.#look);
    for (const { text } of this.#pending.values()) this.#socket?.send(text);
  }

  #closed(code: number, reason: string): void {
    this.#forget();
    if (this.#isStopped) return;
    if (!mayReconnect(code)) {
      this.#listener.onState("refused", reason);
      return;
    }
    const waitMs = backoffMs(this.#failures++, this.#world.random());
    this.#listener.onState("reconnecting", "");
    this.#cancelRetry = this.#world.after(waitMs, () => this.connect());
  }

  #forget(): void {
    this.#cancelBeat();
    this.#isOpen = false;
    this.#socket = null;
  }
}

/** A message of the protocol, or null for anything else: a newer server may say more than this page knows. */
function readMessage(data: unknown): ServerToProctor | null {
  if (typeof data !== "string") return null;
  try {
    const parsed = ServerToProctor.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
