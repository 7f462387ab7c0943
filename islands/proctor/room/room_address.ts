import { closeDrawer } from "./room_keys.ts";
import type { RoomView } from "./room_view.ts";

/** The tab's address and history, as much of them as is used here, so that tests bring their own. */
export interface TabHistory {
  /** Path of the address that is shown. */
  path(): string;
  /** @param isFromRoom Whether the room without a drawer stands one step back. */
  push(path: string, isFromRoom: boolean): void;
  /** Puts another address in the place of this one; what stands one step back stays what it was. */
  replace(path: string): void;
  isFromRoom(): boolean;
  back(): void;
  /** Calls back when somebody went back or forward. @returns What ends it. */
  onMoved(call: () => void): () => void;
}

/**
 * Gives the open drawer an address of its own: opening goes to it, moving on through the list puts the next student's in its
 * place, Back and closing lead to the room, and a link opens the drawer.
 *
 * @returns What ends it.
 */
export function keepAddress(view: RoomView, examId: string, tab: TabHistory): () => void {
  const room = `/exams/${encodeURIComponent(examId)}/room`;
  const addressOf = (id: string | null) => id === null ? room : `${room}/${encodeURIComponent(id)}`;
  let isLeaving = false;

  function write(): void {
    const wanted = addressOf(view.opened.peek());
    // What goes back arrives later: until then the address is not yet where it will be.
    if (isLeaving || wanted === tab.path()) return;
    if (tab.path() === room) tab.push(wanted, true);
    else if (wanted !== room || !tab.isFromRoom()) tab.replace(wanted);
    else {
      isLeaving = true;
      tab.back();
    }
  }

  const stopWriting = view.opened.subscribe(write);
  const stopMoving = tab.onMoved(() => {
    if (isLeaving) {
      isLeaving = false;
      return write();
    }
    const path = tab.path();
    if (path === room) closeDrawer(view);
    else if (path.startsWith(`${room}/`)) view.open(decodeURIComponent(path.slice(room.length + 1)));
  });
  return () => {
    stopWriting();
    stopMoving();
  };
}

/** The page's own. */
export function tabHistory(): TabHistory {
  return {
    path: () => location.pathname,
    push: (path, isFromRoom) => history.pushState({ isFromRoom }, "", path),
    replace: (path) => history.replaceState(history.state, "", path),
    isFromRoom: () => history.state?.isFromRoom === true,
    back: () => history.back(),
    onMoved: (call) => {
      addEventListener("popstate", call);
      return () => removeEventListener("popstate", call);
    },
  };
}
