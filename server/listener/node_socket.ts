import { setImmediate } from "node:timers";
import type { Duplex } from "node:stream";
import type { CodedSocket } from "./coded_socket.ts";
import type { ServerSocket, SocketListener } from "../../routes/ws/server_socket.ts";

/** Bytes that are taken before a hello, at most. */
const HELLO_BYTES = 16 * 1024;

/** A socket of npm `ws`. */
export class NodeSocket implements ServerSocket {
  readonly #socket: CodedSocket;
  #isHeard = false;
  #isAlive = true;

  /** @param connection Below the socket. */
  constructor(socket: CodedSocket, connection: Duplex) {
    this.#socket = socket;
    let taken = 0;
    const count = (chunk: Uint8Array) => {
      taken += chunk.length;
      if (this.#isHeard) connection.off("data", count);
      // Looked at once the socket has made of these bytes what it can: a hello, or a frame that it refuses by itself.
      else if (taken > HELLO_BYTES) setImmediate(() => this.#dropUnheard());
    };
    connection.on("data", count);
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
      listener.message(isBinary ? data : String(data));
    });
    this.#socket.on("close", () => listener.closed());
  }

  send(text: string): void {
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

  #dropUnheard(): void {
    if (this.isOpen && !this.#isHeard) this.#socket.terminate();
  }

  /** Asks whether the peer is still there; drops it where it has not answered the last question. */
  beat(): void {
    if (!this.#isAlive && !this.#socket.isPaused) return this.#socket.terminate();
    this.#isAlive = false;
    this.#socket.ping();
  }
}
