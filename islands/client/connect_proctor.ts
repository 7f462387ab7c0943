import type { ProctorAction, RoomChange, ServerToProctor } from "../../protocol/proctor_messages.ts";
import { RoomSocket, type SocketLike } from "../proctor/room/room_socket.ts";
import { InvigilError } from "./invigil_error.ts";
import { later } from "./later.ts";

export interface ProctorOptions {
  /** The server's address: `https://exams.example.org`. */
  server: string;
  /** A session's token of staff. */
  token: string;
  /** The exam's id. */
  exam: string;
  /** In the place of the global one, where there is none (Node before 22): the `ws` package's, for one. */
  WebSocket?: typeof WebSocket;
  /** Rooms, frames, alerts and what else the server says; not the answers to actions. */
  onMessage?(message: RoomMessage): void;
  /** `refused` is for good, and says why. */
  onStatus?(status: "online" | "reconnecting" | "refused", reason: string): void;
}

/** What is heard of a room. */
type RoomMessage = Exclude<ServerToProctor, { type: "done" | "refused" | "pong" }>;

/** An action without its id: the client makes one. */
type WithoutId<Action> = Action extends unknown ? Omit<Action, "id"> : never;

/** A proctor's connection to a room. It comes back by itself, and asks for what it missed. */
export interface ProctorConnection {
  /** Everybody in the room as of the last frame, by attempt. */
  readonly students: ReadonlyMap<string, RoomChange>;
  /**
   * Has an action carried out, once, also over a reconnect.
   *
   * @returns How many attempts it was done to, and which of several refused.
   * @throws {InvigilError} Where it is refused, or not answered (`timeout`).
   */
  act(action: WithoutId<ProctorAction>): Promise<{ count: number; refused: { attempt_id: string; code: string }[] }>;
  close(): void;
}

/** Connects to an exam's room. @throws {RangeError} Where there is no WebSocket. */
export function connectProctor(options: ProctorOptions): ProctorConnection {
  const { server, token, exam, onMessage, onStatus } = options;
  const Socket = options.WebSocket ?? globalThis.WebSocket;
  if (Socket === undefined) throw new RangeError("Cannot connect: there is no WebSocket here, give one");
  const students = new Map<string, RoomChange>();
  let version: number | null = null;
  const world = {
    open: () => openRoom(server, Socket),
    token,
    nowMs: () => Date.now(),
    random: () => Math.random(),
    after: later,
  };
  const socket: RoomSocket = new RoomSocket(exam, world, {
    onState: (state, reason) => {
      if (state !== "connecting") onStatus?.(state, reason);
    },
    onMessage: (message) => {
      if (message.type === "room") students.clear();
      if (message.type === "room" || message.type === "frame") {
        version = message.version;
        for (const student of message.students) {
          students.set(student.attempt_id, { ...students.get(student.attempt_id), ...student });
        }
      }
      onMessage?.(message);
    },
    onClock: () => {},
    since: () => version,
  });
  socket.connect();
  return {
    students,
    async act(action) {
      const outcome = await socket.act({ ...action, id: crypto.randomUUID() } as ProctorAction);
      if (outcome.ok) return { count: outcome.count, refused: outcome.refused };
      throw new InvigilError(outcome.message ?? "No answer came", { code: outcome.code ?? "timeout" });
    },
    close: () => socket.stop(),
  };
}

function openRoom(server: string, Socket: typeof WebSocket): SocketLike {
  const socket = new Socket(new URL("/ws/proctor", server.replace(/^http/, "ws")));
  const like: SocketLike = {
    send: (text) => {
      if (socket.readyState === Socket.OPEN) socket.send(text);
    },
    close: (code, reason) => socket.close(code, reason),
    onopen: null,
    onmessage: null,
    onclose: null,
  };
  socket.onopen = () => like.onopen?.();
  socket.onmessage = (event) => like.onmessage?.({ data: event.data });
  socket.onclose = (event) => like.onclose?.({ code: event.code, reason: event.reason });
  return like;
}
