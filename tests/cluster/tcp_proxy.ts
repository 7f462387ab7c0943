import { connect, createServer, type Server, type Socket } from "node:net";

/**
 * A wire between an instance and its store that can be cut: while it is, nothing arrives on either side and nobody is
 * told. Mended, it delivers what was held back, late.
 */
export class TcpProxy {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets: Set<Socket>;

  private constructor(server: Server, sockets: Set<Socket>, port: number) {
    this.#server = server;
    this.#sockets = sockets;
    this.port = port;
  }

  static start(targetPort: number): Promise<TcpProxy> {
    const sockets = new Set<Socket>();
    let proxy: TcpProxy | null = null;
    const server = createServer((near) => {
      const far = connect(targetPort, "127.0.0.1");
      for (const [from, to] of [[near, far], [far, near]]) {
        sockets.add(from);
        from.setNoDelay(true);
        from.on("data", (bytes) => to.write(bytes));
        from.on("error", () => {});
        from.on("close", () => {
          sockets.delete(from);
          to.destroy();
        });
        if (proxy?.isCut) from.pause();
      }
    });
    return new Promise((resolve, reject) => {
      server.on("error", reject);
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        if (typeof address !== "object" || address === null) return reject(new Error("No port"));
        proxy = new TcpProxy(server, sockets, address.port);
        resolve(proxy);
      });
    });
  }

  isCut = false;

  cut(): void {
    this.isCut = true;
    for (const socket of this.#sockets) socket.pause();
  }

  mend(): void {
    this.isCut = false;
    for (const socket of this.#sockets) socket.resume();
  }

  stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
