import { type CaptureContext, type CaptureSignal, listen } from "./capture_signal.ts";

/**
 * Captures `focus_change`: the exam's window lost or regained the keyboard.
 *
 * The state at the start is told as well: a page that was reloaded or shown again must not count as away for ever.
 */
export function captureFocus(context: CaptureContext): CaptureSignal {
  let isFocused = document.hasFocus();
  const record = (focused: boolean, at?: number) => context.record({ focused, t: context.t(at), type: "focus_change" });
  record(isFocused);
  const change = (focused: boolean) => (event: Event) => {
    if (event.target !== window || focused === isFocused) return;
    // The keyboard inside a frame of the page is still in the page.
    if (!focused && document.hasFocus()) return;
    isFocused = focused;
    record(focused, event.timeStamp);
  };
  const unlisten = [listen(window, "blur", change(false)), listen(window, "focus", change(true))];
  return { stop: () => unlisten.forEach((remove) => remove()) };
}
