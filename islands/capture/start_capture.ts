import type { CaptureContext, CaptureSignal, StartSignal } from "./capture_signal.ts";
import { captureClipboard } from "./clipboard.ts";
import { captureDisplay } from "./display.ts";
import { captureFocus } from "./focus.ts";
import { captureFullscreen } from "./fullscreen.ts";
import { captureIdle, type IdleSignal } from "./idle.ts";
import { captureKeystrokes } from "./keystrokes.ts";
import { captureOnline } from "./online.ts";
import { capturePointer } from "./pointer.ts";
import { captureResize } from "./resize.ts";
import { captureVisibility } from "./visibility.ts";

/** Everything that is being captured. */
export interface RunningCapture {
  /** Where answers are recorded: beside the signals, in order with them. */
  context: CaptureContext;
  settle(): void;
  stop(): void;
}

/**
 * Starts every signal that this browser has. One that throws is left out: an exam does not depend on it.
 *
 * @param context Where events go.
 * @param remember Told of what was copied or cut on the page.
 */
export function startCapture(context: CaptureContext, remember: (text: string) => void): RunningCapture {
  const running: CaptureSignal[] = [];
  let idle: IdleSignal | null = null;
  const inOrder: CaptureContext = {
    ...context,
    record: (event) => {
      idle?.beforeRecord(event);
      context.record(event);
    },
  };
  const signals: StartSignal[] = [
    captureKeystrokes,
    capturePointer,
    captureFocus,
    captureVisibility,
    (given) => captureClipboard(given, remember),
    captureResize,
    captureFullscreen,
    captureDisplay,
    captureOnline,
  ];
  for (const start of signals) {
    const signal = attempt(() => start(inOrder));
    if (signal) running.push(signal);
  }
  idle = attempt(() => captureIdle(context)) ?? null;
  if (idle !== null) running.push(idle);
  return {
    context: inOrder,
    settle: () => running.forEach((signal) => attempt(() => signal.settle?.())),
    stop: () => running.forEach((signal) => attempt(() => signal.stop())),
  };
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    console.warn("Invigil: a signal is not available here", error);
    return undefined;
  }
}
