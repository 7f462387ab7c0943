/** How a connection ended, or that there never was one. */
export type SocketEnd =
  /** There is nobody to connect to, or nothing to connect with. */
  | { kind: "unreachable"; reason: string }
  /** What was asked to become a socket was answered with something else. */
  | { kind: "refused"; status: number; words: string }
  /** The server closed it, with a word. */
  | { kind: "closed"; code: number; reason: string }
  /** It broke, or the server hung up without a word. */
  | { kind: "broken" }
  /** What came was no frame. */
  | { kind: "garbled"; reason: string };

/** An end as one reads it among the problems of a run. */
export function wordsOf(end: SocketEnd): string {
  switch (end.kind) {
    case "unreachable":
      return `a connection could not be made: ${end.reason}`;
    case "refused":
      return `a socket was refused: ${end.status} ${end.words}`.trim();
    case "closed":
      return `a socket was closed: ${end.code} ${end.reason}`.trim();
    case "broken":
      return "a connection broke";
    case "garbled":
      return `a connection said what nobody may say: ${end.reason}`;
  }
}
