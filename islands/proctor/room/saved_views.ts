import { z } from "zod";
import { KeptList } from "./kept_list.ts";
import { EVERYBODY, STATE_FILTERS } from "./room_filter.ts";
import { ROOM_SORTS } from "./room_order.ts";
import type { RoomView } from "./room_view.ts";

/** Characters of a view's name, and views that one browser keeps, at most. */
export const MAX_VIEW_NAME = 40;
const MOST_VIEWS = 20;

/** How the room is looked at, under a name: who is shown, in which order, how densely. What is searched for is of the moment. */
const SavedView = z.strictObject({
  name: z.string().min(1).max(MAX_VIEW_NAME),
  state: z.enum(STATE_FILTERS),
  level: z.enum(["all", "high", "medium", "low", "insufficient", "uncaptured"]),
  group: z.string().max(200),
  whose: z.enum(["anybody", "mine", "nobody"]),
  sort: z.enum(ROOM_SORTS),
  compact: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

/** A proctor's own views of rooms, kept in this browser. */
export function savedViews(): KeptList<SavedView> {
  return new KeptList("invigil.room_views", SavedView, MOST_VIEWS, ({ name }) => name.toLowerCase());
}

/** The view that a room is looked at in now. */
export function viewNow(view: RoomView, name: string): SavedView {
  const { state, level, group, whose } = view.filter.peek();
  return { name, state, level, group, whose: whose.kind, sort: view.sort.peek(), compact: view.compact.isOn.peek() };
}

/** Looks at a room as a view says. @param me The one who looks. */
export function applyView(view: RoomView, { state, level, group, whose, sort, compact }: SavedView, me: string): void {
  view.show({ ...EVERYBODY, state, level, group, whose: whose === "mine" ? { kind: whose, me } : { kind: whose } });
  view.sortBy(sort);
  view.compact.turn(compact);
}
