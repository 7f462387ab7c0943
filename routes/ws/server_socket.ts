/** What a socket tells whoever holds it. */
export interface SocketListener {
  /** A message: a text, or something else for a binary one. */
  message(data: unknown): void;
  /** It is over, whoever ended it. Told once. */
  closed(): void;
}

/** A socket as routes see it, whatever listens: {@link ./deno_socket.ts} or `server/listener/node_socket.ts`. */
export interface ServerSocket {
  readonly isOpen: boolean;
  /** Bytes that the network has not taken yet. */
  readonly bufferedAmount: number;
  listen(listener: SocketListener): void;
  send(text: string): void;
  /** Ends it with a word, which a peer that has gone silent need not have heard. */
  close(code: number, reason: string): void;
  /** A hello was heard: until then only as much is taken as a hello needs. */
  heard(): void;
  /** Reads no further until {@link resume}, where the listener can do that; else goes on. */
  pause(): void;
  resume(): void;
}

/** A request that has become a socket. */
export interface Upgraded {
  socket: ServerSocket;
  /** What the request is answered with, where the listener has not answered it itself. */
  response: Response;
}

/**
 * Makes a socket of a request that {@link ./require_upgrade.ts} has let through; null where the connection is gone, or a
 * header is none that the listener takes.
 */
export type Upgrade = (request: Request) => Upgraded | null;
