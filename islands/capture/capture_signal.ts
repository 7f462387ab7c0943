import type { CapturedEvent } from "../../protocol/events.ts";

/** What a signal gets to work with. */
export interface CaptureContext {
  /** Takes an event. Events may come in any order within the last four seconds. */
  record(event: CapturedEvent): void;
  /** Attempt time of a moment on the browser's monotonic clock (`Event.timeStamp`), whole ms; of now when left out. */
  t(at?: number): number;
  /** The browser's monotonic clock, ms. */
  now(): number;
}

/** A running signal. */
export interface CaptureSignal {
  /** Called once a second and before a batch is sent: hands over what has been open for too long. */
  settle?(): void;
  /** Stops listening. What is open is handed over first. */
  stop(): void;
}

/**
 * Starts one signal, on the whole page or on a part of it. One file a signal; a browser that lacks its interface gives null: no signal, no exception.
 */
export type StartSignal = (context: CaptureContext, page: EventTarget) => CaptureSignal | null;

/** Calls `remove` of each listener that {@link listen} added. */
type Unlisten = () => void;

/** Adds a passive listener in the capture phase, so that a page that stops an event does not hide it. */
export function listen(target: EventTarget, type: string, listener: (event: Event) => void): Unlisten {
  const options = { capture: true, passive: true };
  target.addEventListener(type, listener, options);
  return () => target.removeEventListener(type, listener, options);
}

/** Whether a script made an event, and no device, by the browser's own word. */
export function isScriptMade(event: Event): boolean {
  return !event.isTrusted;
}
