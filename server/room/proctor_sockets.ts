/** The little of a proctor's socket that a room needs; the socket library stays outside. */
export interface RoomSocket {
  send(text: string): void;
  /** Bytes that the network has not taken yet. */
  readonly bufferedAmount: number;
}

/** Past this many waiting bytes a proctor's socket is slow: it gets fewer frames, and nothing is piled up for it. */
export const SLOW_SOCKET_BYTES = 512 * 1024;

interface Proctor {
  socket: RoomSocket;
  /** Students whose changes this socket has missed while it was slow; null where it is up to date. */
  missed: Set<string> | null;
}

/** Sockets of a room's proctors. One that is slow misses frames, and is told later how those students stand then. */
export class ProctorSockets {
  readonly #proctors = new Set<Proctor>();
  readonly #frameOf: (attemptIds: ReadonlySet<string>) => string;

  /** @param frameOf A frame of students as they stand now. */
  constructor(frameOf: (attemptIds: ReadonlySet<string>) => string) {
    this.#frameOf = frameOf;
  }

  get size(): number {
    return this.#proctors.size;
  }

  /** Whether one of them has missed something. */
  get isOneSlow(): boolean {
    for (const proctor of this.#proctors) if (proctor.missed !== null) return true;
    return false;
  }

  /** @returns A function that takes it out. */
  add(socket: RoomSocket): () => void {
    const proctor: Proctor = { socket, missed: null };
    this.#proctors.add(proctor);
    return () => this.#proctors.delete(proctor);
  }

  /** Sends what everybody must hear, however slow their socket is. */
  tell(text: string): void {
    for (const { socket } of this.#proctors) socket.send(text);
  }

  /** Sends a frame to all whose sockets take it. @param attemptIds Whose changes it holds. */
  sendFrame(text: string, attemptIds: readonly string[]): void {
    for (const proctor of this.#proctors) this.#sendTo(proctor, text, attemptIds);
  }

  /** Sends slow proctors what they have missed, as far as their sockets take it by now. */
  catchUp(): void {
    for (const proctor of this.#proctors) if (proctor.missed !== null) this.#sendTo(proctor, "", []);
  }

  #sendTo(proctor: Proctor, text: string, attemptIds: readonly string[]): void {
    if (proctor.socket.bufferedAmount > SLOW_SOCKET_BYTES) {
      proctor.missed ??= new Set();
      for (const attemptId of attemptIds) proctor.missed.add(attemptId);
      return;
    }
    if (proctor.missed === null) return proctor.socket.send(text);
    for (const attemptId of attemptIds) proctor.missed.add(attemptId);
    const { missed } = proctor;
    proctor.missed = null;
    proctor.socket.send(this.#frameOf(missed));
  }
}
