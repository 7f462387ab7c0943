import { type CaptureContext, type CaptureSignal, isScriptMade, listen } from "./capture_signal.ts";
import { type PointerKind, PointerSampler, share } from "./pointer_path.ts";
import { pressCentre } from "./press_centre.ts";

/** Captures `mouse_data`: where the pointer moved, pressed and scrolled, as shares of the window. */
export function capturePointer(context: CaptureContext, page: EventTarget): CaptureSignal | null {
  if (typeof PointerEvent === "undefined") return null;
  const sampler = new PointerSampler(({ at, kind, pointer, points, isScripted }) =>
    context.record({
      kind,
      pointer,
      points,
      ...(isScripted && { scripted: true }),
      t: context.t(at),
      type: "mouse_data",
    })
  );
  const press = (kind: "down" | "up") => (event: Event) => {
    if (!(event instanceof PointerEvent)) return;
    sampler.flush();
    const { clientX, clientY } = event;
    const pointer = pointerOf(event);
    // A finger lands where it lands: only of a mouse does it say who aims.
    const isAimed = kind === "down" && pointer === "mouse";
    const centre = isAimed ? pressCentre(event.target, clientX, clientY) : undefined;
    context.record({
      ...(centre !== undefined && { centre }),
      kind,
      pointer,
      points: [[0, share(clientX / innerWidth), share(clientY / innerHeight)]],
      ...(isScriptMade(event) && { scripted: true }),
      t: context.t(event.timeStamp),
      type: "mouse_data",
    });
  };
  const unlisten = [
    listen(page, "pointermove", (event) => {
      if (!(event instanceof PointerEvent)) return;
      // The moves that the browser merged into this one; Safari before 18.2 has none.
      const merged = typeof event.getCoalescedEvents === "function" ? event.getCoalescedEvents() : [];
      const pointer = pointerOf(event);
      const isScripted = isScriptMade(event);
      for (const move of merged.length > 0 ? merged : [event]) {
        const { timeStamp, clientX, clientY } = move;
        sampler.add("move", pointer, timeStamp, clientX / innerWidth, clientY / innerHeight, isScripted);
      }
    }),
    listen(page, "pointerdown", press("down")),
    listen(page, "pointerup", press("up")),
    listen(page, "wheel", (event) => {
      if (!(event instanceof WheelEvent)) return;
      const { timeStamp, clientX, clientY } = event;
      sampler.add("wheel", "mouse", timeStamp, clientX / innerWidth, clientY / innerHeight, isScriptMade(event));
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
