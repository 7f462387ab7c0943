import type { CapturedEvent } from "../../protocol/events.ts";
import type { Transport, TransportHandlers } from "./transport.ts";

/** The world as the link sees it: a browser, a machine or a test. It knows where the server is. */
export interface LinkWorld {
  connect(handlers: TransportHandlers): Transport;
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
