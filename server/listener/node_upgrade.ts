import type { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
// @ts-types="@types/ws"
import { WebSocketServer } from "ws";
import type { Handler } from "../../routes/app.ts";
import { CodedSocket } from "./coded_socket.ts";
import { Corks } from "./corks.ts";
import { MAX_FRAME_BYTES, NodeSocket } from "./node_socket.ts";

/** Who was refused and does not hang up is dropped after this long, ms. */
const HANG_UP_WITHIN_MS = 3_000;

/** How often each peer is asked whether it is still there, ms. */
const BEAT_MS = 15_000;

/** Takes requests that want to be sockets, as Node hands them over. */
export class NodeUpgrades {
  readonly #handler: Handler;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    WebSocket: CodedSocket,
  });
  readonly #sockets = new Set<NodeSocket>();
  readonly #corks = new Corks();
  readonly #beat = setInterval(() => {
    for (const socket of this.#sockets) socket.beat();
  }, BEAT_MS);

  constructor(handler: Handler) {
    this.#handler = handler;
  }

  /** Answers one request, by a socket or by why there is none. */
  async take(incoming: IncomingMessage, connection: Duplex, head: Buffer): Promise<void> {
    connection.on("error", destroy);
    let isUpgraded = false;
    const upgrade = () => {
      const socket = this.#upgrade(incoming, connection, head);
      isUpgraded = socket !== null;
      return socket && { socket, response: new Response(null) };
    };
    const request = requestOf(incoming);
    const answer = request === null
      ? new Response(null, { status: 400 })
      : await this.#handler(request, { remoteAddr: remoteOf(incoming), upgrade });
    if (!isUpgraded) await refuse(connection, answer);
  }

  /** Drops whoever is still there. */
  close(): void {
    clearInterval(this.#beat);
    for (const socket of this.#server.clients) socket.terminate();
  }

  #upgrade(incoming: IncomingMessage, connection: Duplex, head: Buffer): NodeSocket | null {
    let upgraded: NodeSocket | null = null;
    // Called before `handleUpgrade` returns, or not at all.
    this.#server.handleUpgrade(incoming, connection, head, (socket) => {
      const made = new NodeSocket(socket, connection, this.#corks);
      this.#sockets.add(made);
      socket.on("close", () => this.#sockets.delete(made));
      upgraded = made;
    });
    return upgraded;
  }
}

/** Ends a connection on its error. No closure: one would keep the request in memory for as long as its socket lives. */
function destroy(this: Duplex): void {
  this.destroy();
}

/** Where a request comes from, as `Deno.serve` says it. */
export function remoteOf({ socket }: IncomingMessage): Deno.NetAddr {
  return { transport: "tcp", hostname: socket.remoteAddress ?? "unknown", port: socket.remotePort ?? 0 };
}

/** What is asked, or null where it is no request of HTTP/1.1 with an address that can be read. */
function requestOf({ headers, httpVersion, method, url }: IncomingMessage): Request | null {
  const address = `http://${headers.host}`;
  const isReadable = httpVersion === "1.1" && headers.host !== undefined && URL.canParse(url ?? "/", address);
  // Other methods are known to be none that a socket begins with, and some make no request at all.
  if (!isReadable || method !== "GET") return null;
  const given = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one ?? ""])
  );
  return new Request(new URL(url ?? "/", address), { method, headers: given });
}

/** An answer in place of a socket: the connection ends with it, whatever the other side does. */
async function refuse(connection: Duplex, answer: Response): Promise<void> {
  const body = new Uint8Array(await answer.arrayBuffer());
  const headers = [...answer.headers, ["content-length", String(body.length)], ["connection", "close"]];
  const lines = [
    `HTTP/1.1 ${answer.status} ${answer.statusText}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  connection.write(`${lines.join("\r\n")}\r\n\r\n`);
  connection.end(body);
  connection.resume();
  const timer = setTimeout(() => connection.destroy(), HANG_UP_WITHIN_MS);
  connection.once("close", () => clearTimeout(timer));
}
