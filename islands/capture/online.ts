import { type CaptureContext, type CaptureSignal, listen } from "./capture_signal.ts";

/** Captures `connection_change`: the browser went offline or came back. */
export function captureOnline(context: CaptureContext): CaptureSignal {
  const change = (online: boolean) => (event: Event) =>
    context.record({ online, t: context.t(event.timeStamp), type: "connection_change" });
  const unlisten = [listen(window, "offline", change(false)), listen(window, "online", change(true))];
  return { stop: () => unlisten.forEach((remove) => remove()) };
}
