import { type CaptureContext, type CaptureSignal, listen } from "./capture_signal.ts";

/**
 * Captures `display_change`: whether the browser reports more than one screen, at the start and when it changes.
 *
 * `Screen.isExtended` needs no permission and says nothing else; Chromium alone has it:
 * https://developer.mozilla.org/docs/Web/API/Screen/isExtended
 */
export function captureDisplay(context: CaptureContext): CaptureSignal | null {
  const display: Screen & { isExtended?: unknown } = screen;
  if (typeof display.isExtended !== "boolean") return null;
  let isExtended: boolean | null = null;
  const look = () => {
    if (typeof display.isExtended !== "boolean" || display.isExtended === isExtended) return;
    isExtended = display.isExtended;
    context.record({ extended: isExtended, t: context.t(), type: "display_change" });
  };
  look();
  return { stop: display instanceof EventTarget ? listen(display, "change", look) : () => {} };
}
