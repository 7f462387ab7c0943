import type { ServerSocket, SocketListener, Upgraded } from "./server_socket.ts";

/** A socket that says nothing for so long is gone, in s. */
const IDLE_TIMEOUT_S = 30;

/**
 * A socket of `Deno.serve`: on Deno Deploy, and under `deno serve`. It caps no frame and cannot be made to read slower;
 * what that leaves to a proxy stands in docs/deploy.md.
 */
class DenoSocket implements ServerSocket {
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  listen(listener: SocketListener): void {
    this.#socket.onmessage = (event) => listener.message(event.data);
    this.#socket.onclose = () => listener.closed();
    this.#socket.onerror = () => {};
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  heard(): void {}
  pause(): void {}
  resume(): void {}
}

/** Upgrades a request of `Deno.serve`. */
export function denoUpgrade(request: Request): Upgraded {
  const { socket, response } = Deno.upgradeWebSocket(request, { idleTimeout: IDLE_TIMEOUT_S });
  return { socket: new DenoSocket(socket), response };
}
