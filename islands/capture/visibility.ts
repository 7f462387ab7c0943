import { type CaptureContext, type CaptureSignal, listen } from "./capture_signal.ts";

/** Captures `tab_switch`: the exam's tab was hidden or shown again. The state at the start is told as well. */
export function captureVisibility(context: CaptureContext): CaptureSignal {
  let isVisible = document.visibilityState === "visible";
  const record = (at?: number) => context.record({ t: context.t(at), type: "tab_switch", visible: isVisible });
  record();
  const unlisten = listen(document, "visibilitychange", (event) => {
    const visible = document.visibilityState === "visible";
    if (visible === isVisible) return;
    isVisible = visible;
    record(event.timeStamp);
  });
  return { stop: unlisten };
}
