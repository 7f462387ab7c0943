// @ts-types="@types/ws"
import { WebSocket } from "ws";
import { eventsHash } from "../../islands/link/events_hash.ts";
import type { LinkWorld } from "../../islands/link/link_world.ts";
import { studentSocketUrl, type Transport, type TransportHandlers } from "../../islands/link/transport.ts";
import type { ServerToStudent, StudentToServer } from "../../protocol/student_messages.ts";

/** How messages become text, and text messages. */
export interface WireFormat {
  write(message: StudentToServer): string;
  /** @returns Null for what is to be passed over. */
  read(text: string): ServerToStudent | null;
}

export interface NodeWorldOptions {
  /** The server's base address, `http://127.0.0.1:8000`; asked for at each connection where it may change. */
  url: string | (() => string);
  /** For jitter, in [0, 1). */
  random: () => number;
  wire: WireFormat;
}

/** A machine as the link sees it: a socket of npm `ws`, and a network that can be cut. */
export class NodeWorld implements LinkWorld {
  readonly #options: NodeWorldOptions;
  #socket: WebSocket | null = null;
  #isCut = false;
  readonly random: () => number;
  readonly after = processTimer;
  readonly hash = eventsHash;

  constructor(options: NodeWorldOptions) {
    this.#options = options;
    this.random = options.random;
  }

  now = (): number => performance.now();
  wallNow = (): number => Date.now();

  connect = (handlers: TransportHandlers): Transport => {
    if (this.#isCut) {
      this.after(0, () => handlers.closed(1006, "no network"));
      return { send: () => {}, close: () => {} };
    }
    const { url, wire } = this.#options;
    const address = studentSocketUrl(typeof url === "string" ? url : url());
    // The built-in client waits 44 ms for each message.
    const socket = this.#socket = new WebSocket(address, { perMessageDeflate: false });
    socket.on("open", () => handlers.opened());
    socket.on("message", (data) => handlers.received(wire.read(String(data))));
    socket.on("error", () => {/* "close" follows and says what is to be done */});
    socket.on("close", (code, reason) => handlers.closed(code, String(reason)));
    return {
      send: (message) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(wire.write(message));
      },
      close: () => socket.close(),
    };
  };

  /** Breaks the connection without a goodbye. Another one can be opened. */
  breakOff(): void {
    this.#socket?.terminate();
  }

  /** Cuts the network: no connection until {@link NodeWorld.mend}. */
  cut(): void {
    this.#isCut = true;
    this.breakOff();
  }

  /** The network is back. */
  mend(): void {
    this.#isCut = false;
  }
}

function processTimer(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
