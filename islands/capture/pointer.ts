import { type CaptureContext, type CaptureSignal, listen } from "./capture_signal.ts";
import { type PointerKind, PointerSampler, share } from "./pointer_path.ts";

/** Captures `mouse_data`: where the pointer moved, pressed and scrolled, as shares of the window. */
export function capturePointer(context: CaptureContext): CaptureSignal | null {
  if (typeof PointerEvent === "undefined") return null;
  const sampler = new PointerSampler(({ at, kind, pointer, points }) =>
    context.record({ kind, pointer, points, t: context.t(at), type: "mouse_data" })
  );
  const press = (kind: "down" | "up") => (event: Event) => {
    if (!(event instanceof PointerEvent)) return;
    sampler.flush();
    context.record({
      kind,
      pointer: pointerOf(event),
      points: [[0, share(event.clientX / innerWidth), share(event.clientY / innerHeight)]],
      t: context.t(event.timeStamp),
      type: "mouse_data",
    });
  };
  const unlisten = [
    listen(document, "pointermove", (event) => {
      if (!(event instanceof PointerEvent)) return;
      // The moves that the browser merged into this one; Safari before 18.2 has none.
      const merged = typeof event.getCoalescedEvents === "function" ? event.getCoalescedEvents() : [];
      const pointer = pointerOf(event);
      for (const move of merged.length > 0 ? merged : [event]) {
        sampler.add("move", pointer, move.timeStamp, move.clientX / innerWidth, move.clientY / innerHeight);
      }
    }),
    listen(document, "pointerdown", press("down")),
    listen(document, "pointerup", press("up")),
    listen(document, "wheel", (event) => {
      if (!(event instanceof WheelEvent)) return;
      sampler.add("wheel", "mouse", event.timeStamp, event.clientX / innerWidth, event.clientY / innerHeight);
    }),
  ];
  return {
    settle: () => sampler.flush(),
    stop: () => {
      unlisten.forEach((remove) => remove());
      sampler.flush();
    },
  };
}

function pointerOf(event: PointerEvent): PointerKind {
  return event.pointerType === "touch" || event.pointerType === "pen" ? event.pointerType : "mouse";
}
