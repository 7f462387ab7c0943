import { setImmediate } from "node:timers";
import type { Duplex } from "node:stream";
// @ts-types="@types/ws"
import type { RawData } from "ws";
import { MAX_BATCH_BYTES } from "../../protocol/limits.ts";
import type { CodedSocket } from "./coded_socket.ts";
import type { Corks } from "./corks.ts";
import type { ServerSocket, SocketListener } from "../../routes/ws/server_socket.ts";

/** Bytes that are taken before a hello, at most. */
const HELLO_BYTES = 16 * 1024;

/** Frames beyond this are not read; up to it, what is over a batch's limit is read and refused. */
export const MAX_FRAME_BYTES = 2 * MAX_BATCH_BYTES;

/** Bytes between two beats that are no message, at most: headers of frames, pings and pongs. */
const OVERHEAD_BYTES = 64 * 1024;

/** A socket of npm `ws`. */
export class NodeSocket implements ServerSocket {
  readonly #socket: CodedSocket;
  readonly #connection: Duplex;
  readonly #corks: Corks;
  #isHeard = false;
  #isAlive = true;
  /** Bytes taken that are no message, or not yet: the rates of those who listen count messages alone. */
  #overhead = 0;

  /**
   * @param connection Below the socket.
   * @param corks Of all sockets of the listener.
   */
  constructor(socket: CodedSocket, connection: Duplex, corks: Corks) {
    this.#socket = socket;
    this.#connection = connection;
    this.#corks = corks;
    connection.on("data", (chunk: Uint8Array) => {
      this.#overhead += chunk.length;
      // Looked at once the socket has made of these bytes what it can: a message, or a frame that it refuses by itself.
      if (this.#isTooMuch) setImmediate(() => this.#dropTooMuch());
    });
    socket.on("pong", () => this.#isAlive = true);
    // A broken or too large frame ends the socket. Of a stranger the rest is not read: the network holds it back.
    socket.on("error", () => {
      if (!this.#isHeard) setImmediate(() => connection.pause());
    });
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  listen(listener: SocketListener): void {
    this.#socket.on("message", (data, isBinary) => {
      this.#isAlive = true;
      this.#overhead -= lengthOf(data);
      listener.message(isBinary ? data : String(data));
    });
    this.#socket.on("close", () => listener.closed());
  }

  send(text: string): void {
    this.#corks.hold(this.#connection);
    this.#socket.send(text);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  heard(): void {
    this.#isHeard = true;
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  get #isTooMuch(): boolean {
    return this.#overhead > (this.#isHeard ? MAX_FRAME_BYTES + OVERHEAD_BYTES : HELLO_BYTES);
  }

  #dropTooMuch(): void {
    if (this.isOpen && this.#isTooMuch) this.#socket.terminate();
  }

  /** Asks whether the peer is still there; drops it where it has not answered the last question. */
  beat(): void {
    if (!this.#isAlive && !this.#socket.isPaused) return this.#socket.terminate();
    this.#isAlive = false;
    this.#overhead = Math.max(0, this.#overhead - OVERHEAD_BYTES);
    this.#socket.ping();
  }
}

function lengthOf(data: RawData): number {
  return Array.isArray(data) ? data.reduce((sum, part) => sum + part.length, 0) : data.byteLength;
}
