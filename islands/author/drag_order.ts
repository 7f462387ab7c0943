import { useRef, useState } from "preact/hooks";

/** How close to the window's edge the page begins to scroll by itself, px. */
const EDGE_PX = 72;

/** How far it scrolls in a frame, px. */
const SCROLL_PX = 14;

/** What is dragged, and before which place it would be put: from 0, as many as there are rows for the end. */
export interface Drag {
  id: string;
  before: number;
}

/**
 * Puts rows of a list in another order with mouse, pen or finger, by a handle. The keyboard has buttons.
 *
 * @param onDrop Called with the place that the row has then.
 */
export function useDragOrder(rows: () => readonly HTMLElement[], onDrop: (id: string, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const now = useRef<{ drag: Drag; y: number; frame: number } | null>(null);

  function placeAt(y: number): number {
    const all = rows();
    const at = all.findIndex((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y < top + height / 2;
    });
    return at < 0 ? all.length : at;
  }

  function look() {
    const current = now.current;
    if (current === null) return;
    if (current.y < EDGE_PX) scrollBy(0, -SCROLL_PX);
    else if (current.y > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX);
    const before = placeAt(current.y);
    if (before !== current.drag.before) {
      current.drag = { ...current.drag, before };
      setDrag(current.drag);
    }
    current.frame = requestAnimationFrame(look);
  }

  function end(from: number, isDropped: boolean) {
    const current = now.current;
    if (current === null) return;
    cancelAnimationFrame(current.frame);
    now.current = null;
    setDrag(null);
    const { id, before } = current.drag;
    const to = before > from ? before - 1 : before;
    if (isDropped && to !== from) onDrop(id, to);
  }

  /** Handlers of the handle of a row. */
  function handle(id: string, from: number) {
    return {
      onPointerDown: (event: PointerEvent & { currentTarget: HTMLElement }) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        now.current = { drag: { id, before: from }, y: event.clientY, frame: requestAnimationFrame(look) };
        setDrag(now.current.drag);
      },
      onPointerMove: (event: PointerEvent) => {
        if (now.current !== null) now.current.y = event.clientY;
      },
      onPointerUp: () => end(from, true),
      onPointerCancel: () => end(from, false),
    };
  }

  return { drag, handle };
}
