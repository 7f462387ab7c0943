import { createServer, request } from "node:http";

/** A proxy as some schools have it: it forwards everything, and answers every upgrade with 400 until it is told otherwise. */
export class NoSocketsProxy {
  readonly origin: string;
  readonly #server: ReturnType<typeof createServer>;
  upgrades = 0;

  private constructor(server: ReturnType<typeof createServer>, port: number) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** Starts it on a port of its own. @param target Address of the exam server. */
  static async start(target: string): Promise<NoSocketsProxy> {
    const server = createServer((incoming, outgoing) => {
      // The server checks whose page asks: the proxy is transparent, so the address stays the one that the page knows.
      const forwarded = request(new URL(incoming.url ?? "/", target), {
        method: incoming.method,
        headers: incoming.headers,
      }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      forwarded.on("error", () => outgoing.destroy());
      incoming.pipe(forwarded);
    });
    const port = await new Promise<number>((resolve, reject) => {
      server.on("error", reject);
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        if (typeof address === "object" && address !== null) resolve(address.port);
      });
    });
    const proxy = new NoSocketsProxy(server, port);
    server.on("upgrade", (_, socket) => {
      proxy.upgrades++;
      socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    });
    return proxy;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
