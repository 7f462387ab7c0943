import type { RoomView } from "./room_view.ts";
import { focusRow } from "./scroll_to_row.ts";

/**
 * The room's keys: j and k or the arrows move through the students, Enter opens one (it is a button), Escape
 * closes the drawer, / goes to the search. With the drawer open, moving opens the next student.
 *
 * @returns What ends it.
 */
export function enableRoomKeys(view: RoomView): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (target.closest("dialog") !== null) return;
    const isTyping = target.matches("input, select, textarea");
    if (event.key === "Escape") {
      if (target.matches("[data-room-search]")) view.show({ search: "" });
      else if (view.opened.peek() !== null) close(view);
      return;
    }
    if (isTyping) {
      // From the search on into what it found.
      if (target.matches("[data-room-search]") && (event.key === "ArrowDown" || event.key === "Enter")) {
        event.preventDefault();
        move(view, null, 1);
      }
      return;
    }
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector<HTMLElement>("[data-room-search]")?.focus();
      return;
    }
    const inList = target.closest("[data-attempt]");
    const inDrawer = target.closest("[data-drawer]") !== null;
    const steps = STEPS[event.key];
    // Arrows scroll, save in the list; letters move from anywhere.
    if (steps === undefined || (event.key.length > 1 && inList === null)) return;
    event.preventDefault();
    const from = inDrawer ? view.opened.peek() : inList?.getAttribute("data-attempt") ?? view.opened.peek();
    move(view, from, steps);
  };
  document.addEventListener("keydown", listen);
  return () => document.removeEventListener("keydown", listen);
}

const STEPS: Record<string, number> = {
  j: 1,
  k: -1,
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -1e9,
  End: 1e9,
};

function move(view: RoomView, from: string | null, steps: number): void {
  const next = view.neighbour(from, steps);
  if (next === null) return;
  focusRow(next, view.order.peek().indexOf(next));
  if (view.opened.peek() !== null) view.opened.value = next;
}

function close(view: RoomView): void {
  const id = view.opened.peek();
  view.opened.value = null;
  if (id !== null) focusRow(id, view.order.peek().indexOf(id));
}
