import type { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
// @ts-types="@types/ws"
import { WebSocketServer } from "ws";
import { MAX_BATCH_BYTES } from "../../protocol/limits.ts";
import type { Handler } from "../../routes/app.ts";
import { CodedSocket } from "./coded_socket.ts";
import { NodeSocket } from "./node_socket.ts";

/** Frames beyond this are not read; up to it, what is over a batch's limit is read and refused. */
const MAX_FRAME_BYTES = 2 * MAX_BATCH_BYTES;

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
  readonly #beat = setInterval(() => {
    for (const socket of this.#sockets) socket.beat();
  }, BEAT_MS);

  constructor(handler: Handler) {
    this.#handler = handler;
  }

  /** Answers one request, by a socket or by why there is none. */
  async take(incoming: IncomingMessage, connection: Duplex, head: Buffer): Promise<void> {
    connection.on("error", () => connection.destroy());
    let isUpgraded = false;
    const upgrade = () => {
      isUpgraded = true;
      return { socket: this.#upgrade(incoming, connection, head), response: new Response(null) };
    };
    const answer = await this.#handler(requestOf(incoming), { remoteAddr: remoteOf(incoming), upgrade });
    if (!isUpgraded) await refuse(connection, answer);
  }

  /** Drops whoever is still there. */
  close(): void {
    clearInterval(this.#beat);
    for (const socket of this.#server.clients) socket.terminate();
  }

  #upgrade(incoming: IncomingMessage, connection: Duplex, head: Buffer): NodeSocket {
    let upgraded: NodeSocket | undefined;
    // Called before `handleUpgrade` returns, or not at all.
    this.#server.handleUpgrade(incoming, connection, head, (socket) => {
      const made = new NodeSocket(socket, connection);
      this.#sockets.add(made);
      socket.on("close", () => this.#sockets.delete(made));
      upgraded = made;
    });
    if (upgraded === undefined) throw new TypeError("Cannot upgrade: the connection is gone");
    return upgraded;
  }
}

/** Where a request comes from, as `Deno.serve` says it. */
export function remoteOf({ socket }: IncomingMessage): Deno.NetAddr {
  return { transport: "tcp", hostname: socket.remoteAddress ?? "unknown", port: socket.remotePort ?? 0 };
}

function requestOf({ headers, method, url }: IncomingMessage): Request {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one ?? ""])
  );
  return new Request(new URL(url ?? "/", `http://${headers.host ?? "localhost"}`), { method, headers: given });
}

/** An answer in place of a socket: the connection ends with it. */
async function refuse(connection: Duplex, answer: Response): Promise<void> {
  const body = new Uint8Array(await answer.arrayBuffer());
  const headers = [...answer.headers, ["content-length", String(body.length)], ["connection", "close"]];
  const lines = [
    `HTTP/1.1 ${answer.status} ${answer.statusText}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  connection.write(`${lines.join("\r\n")}\r\n\r\n`);
  connection.end(body);
}
