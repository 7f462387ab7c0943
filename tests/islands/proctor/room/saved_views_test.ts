import assert from "node:assert/strict";
import { RoomStore } from "../../../../islands/proctor/room/room_store.ts";
import { RoomView } from "../../../../islands/proctor/room/room_view.ts";
import { applyView, savedViews, viewNow } from "../../../../islands/proctor/room/saved_views.ts";

const view = () => new RoomView(new RoomStore(), (one, other) => one.localeCompare(other));

Deno.test("[DK87] a kept view brings back who is shown, the order and how dense, and nothing that was searched for", () => {
  const before = view();
  before.show({ state: "active", level: "high", group: "Room 4", search: "ada", whose: { kind: "mine", me: "maria" } });
  before.sortBy("last_seen");
  before.compact.turn(true);
  const kept = viewNow(before, "Mine in room 4");
  const after = view();
  after.show({ search: "grace" });
  applyView(after, kept, { me: "ben", myGroups: [] });
  assert.deepEqual(after.filter.peek(), {
    state: "active",
    level: "high",
    group: "Room 4",
    search: "",
    whose: { kind: "mine", me: "ben" },
  });
  assert.deepEqual([after.sort.peek(), after.compact.isOn.peek()], ["last_seen", true]);
});

Deno.test("[DK87] views are kept under their names, the newest first, twenty at most; what is kept and is no view is left aside", () => {
  localStorage.removeItem("invigil.room_views");
  const views = savedViews();
  for (let n = 0; n < 22; n++) views.keep(viewNow(view(), `View ${n}`));
  views.keep(viewNow(view(), "VIEW 5"));
  const again = savedViews();
  again.restore();
  const names = again.all.peek().map(({ name }) => name);
  assert.deepEqual([names.length, names[0], names.includes("View 5"), names.includes("View 0")], [
    20,
    "VIEW 5",
    false,
    false,
  ]);
  localStorage.setItem("invigil.room_views", '[{"name":"x"}]');
  const strange = savedViews();
  strange.restore();
  assert.deepEqual(strange.all.peek(), []);
  localStorage.removeItem("invigil.room_views");
});

Deno.test("[DK92] a kept view of one's groups shows those that one looks after now, and everybody where that is none", () => {
  const before = view();
  before.show({ whose: { kind: "my_groups", groups: ["A"] } });
  const kept = viewNow(before, "My groups");
  const after = view();
  applyView(after, kept, { me: "ben", myGroups: ["B", "C"] });
  assert.deepEqual(after.filter.peek().whose, { kind: "my_groups", groups: ["B", "C"] });
  applyView(after, kept, { me: "ben", myGroups: [] });
  assert.deepEqual(after.filter.peek().whose, { kind: "anybody" });
});
