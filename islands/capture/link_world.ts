import type { CapturedEvent } from "../../protocol/events.ts";

/** A socket, as little of it as is needed. */
export interface LinkSocket {
  send(text: string): void;
  close(): void;
}

export interface SocketHandlers {
  opened(): void;
  received(data: unknown): void;
  closed(code: number, reason: string): void;
}

/** The world as the link sees it: a browser, or a test. */
export interface LinkWorld {
  connect(handlers: SocketHandlers): LinkSocket;
  /** Monotonic clock, ms. */
  now(): number;
  /** Wall clock, ms since 1970: sent along, never used. */
  wallNow(): number;
  /** In [0, 1). */
  random(): number;
  /** Runs something later; the answer calls it off. */
  after(ms: number, run: () => void): () => void;
  /** As `eventsHash`: null where the browser cannot. */
  hash(events: readonly CapturedEvent[]): Promise<string | null>;
}
