import { type CaptureContext, type CaptureSignal, listen } from "./capture_signal.ts";

/** Captures `fullscreen_change`: full screen was entered or left. */
export function captureFullscreen(context: CaptureContext): CaptureSignal | null {
  if (!("fullscreenElement" in document)) return null;
  const unlisten = listen(document, "fullscreenchange", (event) => {
    const active = document.fullscreenElement !== null;
    context.record({ active, t: context.t(event.timeStamp), type: "fullscreen_change" });
  });
  return { stop: unlisten };
}
