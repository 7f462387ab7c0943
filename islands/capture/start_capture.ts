import type { CapturedEvent, WatchedBy } from "../../protocol/events.ts";
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
import { watchScripts } from "./script_watch.ts";
import { captureVisibility } from "./visibility.ts";

/** Everything that is being captured. */
export interface RunningCapture {
  /** Where answers are recorded: beside the signals, in order with them. */
  context: CaptureContext;
  /** Whether what happens at this moment is a script's doing, and no device's. */
  isScripted(): boolean;
  settle(): void;
  stop(): void;
}

/** What is to be captured, and how. */
interface CaptureOrder {
  /** Told of what was copied or cut on the page. */
  remember: (text: string) => void;
  /** Whether the page has not captured anything before: it says with which signals it begins. */
  isFirst: boolean;
  /** Whose page it is, where it is not ours. */
  by?: "page" | WatchedBy;
  /** What is watched for keys, the pointer and copies, where it is not the whole document. */
  page?: EventTarget;
}

/**
 * Starts every signal that this browser has. One that throws is left out: an exam does not depend on it. A page's first
 * event is `capture_start`, which names those that are in place.
 *
 * @param context Where events go.
 */
export function startCapture(
  context: CaptureContext,
  { remember, isFirst, by = "page", page = document }: CaptureOrder,
): RunningCapture {
  const running: CaptureSignal[] = [];
  let idle: IdleSignal | null = null;
  /** What signals tell as they start waits for `capture_start`. */
  let early: CapturedEvent[] | null = [];
  const inOrder: CaptureContext = {
    ...context,
    record: (event) => {
      idle?.beforeRecord(event);
      if (early === null) context.record(event);
      else early.push(event);
    },
  };
  const signals: Readonly<Record<string, StartSignal>> = {
    keyboard: captureKeystrokes,
    pointer: capturePointer,
    focus: captureFocus,
    visibility: captureVisibility,
    clipboard: (given) => captureClipboard(given, remember, page),
    resize: captureResize,
    fullscreen: captureFullscreen,
    display: captureDisplay,
    online: captureOnline,
    idle: () => idle = captureIdle(context),
  };
  const t = context.t();
  const started: string[] = [];
  for (const [name, start] of Object.entries(signals)) {
    const signal = attempt(() => start(inOrder, page));
    if (!signal) continue;
    running.push(signal);
    started.push(name);
  }
  if (isFirst) {
    const driven = navigator.webdriver === true;
    context.record({ by, driven, signals: started, t, type: "capture_start" });
  }
  early.forEach((event) => context.record(event));
  early = null;
  const scripts = attempt(watchScripts);
  if (scripts !== undefined) running.push(scripts);
  return {
    context: inOrder,
    isScripted: () => scripts?.isActing() ?? false,
    settle: () => running.forEach((signal) => attempt(() => signal.settle?.())),
    stop: () => running.forEach((signal) => attempt(() => signal.stop())),
  };
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    console.warn("Invigil: a signal is missing", error);
    return undefined;
  }
}
