import type { ServerToStudent, StudentToServer } from "../../protocol/student_messages.ts";

/**
 * One connection to the server, as little of it as the link needs: a socket, or REST calls where no socket opens.
 */
export interface Transport {
  /** Sends a message; nothing happens while the connection is not open. */
  send(message: StudentToServer): void;
  close(): void;
}

/** What a transport tells. */
export interface TransportHandlers {
  opened(): void;
  /** @param message Null for one of a type that this client does not know: a newer server may say more. */
  received(message: ServerToStudent | null): void;
  closed(code: number, reason: string): void;
}

/** Address of the student's socket. @param base The server's address, `https://exams.example.org`. */
export function studentSocketUrl(base: string): URL {
  return new URL("/ws/student", base.replace(/^http/, "ws"));
}
