import type { RoomView } from "./room_view.ts";
import { focusRow } from "./scroll_to_row.ts";

/**
 * The room's keys. In the list: the arrows, Page Up and Down, Home and End move through the students, with Shift the arrows
 * choose them as well, Enter opens one (it is a button), Space chooses one; so do the letters j, k and x, and / goes to the
 * search, where the proctor has not turned them off. With the drawer open, moving shows the next student. From anywhere:
 * Escape closes the drawer, then lets go of those chosen.
 *
 * A key moves only where the focus is in the list: from an action it would lead that action to another student.
 *
 * @returns What ends it.
 */
export function enableRoomKeys(view: RoomView): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (target.closest("dialog") !== null) return;
    if (event.key === "Escape") {
      if (target.matches("[data-room-search]")) view.show({ search: "" });
      else if (view.opened.peek() === null) view.selection.clear();
      else closeDrawer(view);
      return;
    }
    if (target.matches("[data-room-search]") && (event.key === "ArrowDown" || event.key === "Enter")) {
      // From the search on into what it found.
      event.preventDefault();
      return move(view, null, 1);
    }
    const from = target.closest("[data-attempt]")?.getAttribute("data-attempt");
    if (from === null || from === undefined) return;
    if (event.key === " " && target.matches("[data-row-button]")) {
      event.preventDefault();
      return void view.choose(from, event.shiftKey);
    }
    if (event.key.length === 1 && !view.letterKeys.isOn.peek()) return;
    if (event.key === "x") return void view.choose(from);
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector<HTMLElement>("[data-room-search]")?.focus();
      return;
    }
    const steps = STEPS[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    if (event.shiftKey && event.key.startsWith("Arrow")) {
      if (!view.selection.chosen.peek().has(from)) view.choose(from);
      const next = view.neighbour(from, steps);
      if (next !== null) view.choose(next, true);
    }
    move(view, from, steps);
  };
  // A button is pressed as Space comes up again.
  const release = (event: KeyboardEvent) => {
    if (event.key === " " && event.target instanceof Element && event.target.matches("[data-row-button]")) {
      event.preventDefault();
    }
  };
  document.addEventListener("keydown", listen);
  document.addEventListener("keyup", release);
  return () => {
    document.removeEventListener("keydown", listen);
    document.removeEventListener("keyup", release);
  };
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
  view.moveTo(next);
}

/** Closes the drawer; the focus goes to the row that it belongs to. */
export function closeDrawer(view: RoomView): void {
  const id = view.opened.peek();
  if (id === null) return;
  view.close();
  const place = view.order.peek().indexOf(id);
  // A student whom the filter leaves out has no row: the focus is led on as from anything that goes away.
  if (place >= 0) focusRow(id, place);
}
