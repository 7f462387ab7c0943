import { type CaptureContext, type CaptureSignal, listen } from "./capture_signal.ts";

/** Captures `window_resize`. Dragging an edge is one resize: the size that it came to within the second. */
export function captureResize(context: CaptureContext): CaptureSignal {
  let changedAt: number | null = null;
  let width = innerWidth;
  let height = innerHeight;
  const settle = () => {
    if (changedAt === null) return;
    const at = changedAt;
    changedAt = null;
    if (innerWidth === width && innerHeight === height) return;
    width = innerWidth;
    height = innerHeight;
    context.record({
      height: Math.round(height),
      screenHeight: Math.round(screen.height),
      screenWidth: Math.round(screen.width),
      t: context.t(at),
      type: "window_resize",
      width: Math.round(width),
    });
  };
  const unlisten = listen(window, "resize", (event) => changedAt ??= event.timeStamp);
  return {
    settle,
    stop: () => {
      unlisten();
      settle();
    },
  };
}
