import { clientFrame, CLOSE, PONG } from "./client_frame.ts";
import { FrameReader } from "./frame_reader.ts";
import { openConnection, readUpgradeAnswer, upgradeRequest } from "./open_connection.ts";
import type { SocketEnd } from "./socket_end.ts";

export interface SocketListener {
  opened(): void;
  /** A text: see {@link FrameListener}. */
  text(bytes: Uint8Array, start: number, end: number): void;
  /** Told once, but not after {@link FrameSocket.drop}. */
  ended(end: SocketEnd): void;
}

/** Bytes of one connection that are read at once: several acks, or a report with its ack. */
const READ_BYTES = 4_096;

/**
 * A WebSocket as cheap as can be, for thousands of them in one process: frames come ready and go to a plain connection as
 * they are, of what comes the headers alone are read. It answers pings, and says how it ended.
 */
export class FrameSocket {
  readonly #listener: SocketListener;
  readonly #frames: FrameReader;
  readonly #waiting: Uint8Array[] = [];
  #connection: Deno.Conn | null = null;
  #isWriting = false;
  #isOver = false;
  /** Bytes that went out, with headers. */
  sentBytes = 0;

  constructor(listener: SocketListener) {
    this.#listener = listener;
    this.#frames = new FrameReader({
      text: (bytes, start, end) => {
        if (!this.#isOver) listener.text(bytes, start, end);
      },
      ping: (payload) => this.send(clientFrame(PONG, payload)),
      close: (code, reason) => {
        this.send(clientFrame(CLOSE, Uint8Array.of(code >> 8, code & 255)));
        this.#end({ kind: "closed", code, reason });
      },
    });
  }

  /** Connects to a path of a server, over TLS where its address says `https`. */
  async open(address: URL): Promise<void> {
    try {
      this.#connection = await openConnection(address);
    } catch (error) {
      return this.#end({ kind: "unreachable", reason: error instanceof Error ? error.message : String(error) });
    }
    if (this.#isOver) return close(this.#connection);
    try {
      this.send(upgradeRequest(address));
      await this.#listen(this.#connection);
    } catch (error) {
      this.#end(error instanceof RangeError ? { kind: "garbled", reason: error.message } : { kind: "broken" });
    }
  }

  /** Sends a client's frame, behind those that wait. */
  send(frame: Uint8Array): void {
    if (this.#isOver || this.#connection === null) return;
    this.#waiting.push(frame);
    if (!this.#isWriting) void this.#write(this.#connection);
  }

  /** Hangs up without a word, and says nothing more. */
  drop(): void {
    this.#isOver = true;
    if (this.#connection !== null) close(this.#connection);
  }

  async #listen(connection: Deno.Conn): Promise<void> {
    const { status, words, rest } = await readUpgradeAnswer(connection);
    if (status !== 101) return this.#end({ kind: "refused", status, words });
    if (!this.#isOver) this.#listener.opened();
    this.#frames.take(rest);
    const buffer = new Uint8Array(READ_BYTES);
    while (!this.#isOver) {
      const length = await connection.read(buffer);
      if (length === null) return this.#end({ kind: "broken" });
      this.#frames.take(buffer.subarray(0, length));
    }
  }

  async #write(connection: Deno.Conn): Promise<void> {
    this.#isWriting = true;
    try {
      for (let frame = this.#waiting.shift(); frame !== undefined; frame = this.#waiting.shift()) {
        let written = await connection.write(frame);
        while (written < frame.length) written += await connection.write(frame.subarray(written));
        this.sentBytes += frame.length;
      }
    } catch {
      // Whoever reads is told how it ended.
      this.#waiting.length = 0;
    }
    this.#isWriting = false;
  }

  #end(end: SocketEnd): void {
    if (this.#isOver) return;
    this.drop();
    this.#listener.ended(end);
  }
}

function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch {
    // It was closed already.
  }
}
