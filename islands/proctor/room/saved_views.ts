import { z } from "zod";
import { KeptList } from "./kept_list.ts";
import { ANYBODYS, EVERYBODY, STATE_FILTERS, type Whose } from "./room_filter.ts";
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
  whose: z.enum(["anybody", "mine", "my_groups", "nobody"]),
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

/** Who looks at a room, and the groups of it that they look after. */
export interface Looking {
  me: string;
  myGroups: readonly string[];
}

/** Looks at a room as a view says. */
export function applyView(
  view: RoomView,
  { state, level, group, whose, sort, compact }: SavedView,
  looking: Looking,
): void {
  view.show({ ...EVERYBODY, state, level, group, whose: whoseOf(whose, looking) });
  view.sortBy(sort);
  view.compact.turn(compact);
}

/** One's groups may have changed since a view was kept, also to none. */
function whoseOf(kind: SavedView["whose"], { me, myGroups }: Looking): Whose {
  if (kind === "mine") return { kind, me };
  if (kind === "my_groups") return myGroups.length === 0 ? ANYBODYS : { kind, groups: myGroups };
  return { kind };
}
