import assert from "node:assert/strict";
import {
  fateOf,
  leavesAsBefore,
  MANY_CHOICES,
  targetsOf,
  undoingOf,
} from "../../../../islands/proctor/many/many_actions.ts";
import { Selection } from "../../../../islands/proctor/many/selection.ts";
import { RoomStore } from "../../../../islands/proctor/room/room_store.ts";
import { RoomView } from "../../../../islands/proctor/room/room_view.ts";
import { roomStudent } from "../room/room_student_fixture.ts";

Deno.test("[DK20] one is chosen and let go of; with Shift everybody from the last one, in either direction", () => {
  const order = ["a", "b", "c", "d", "e"];
  const selection = new Selection();
  const chosen = () => [...selection.chosen.peek()].sort().join("");
  selection.toggle("b");
  selection.extendTo("d", order);
  assert.equal(chosen(), "bcd");
  selection.toggle("c");
  assert.equal(chosen(), "bd");
  selection.extendTo("a", order);
  assert.equal(chosen(), "abcd", "from the one that was pressed last");
  selection.choose(["e"]);
  selection.extendTo("not here", order);
  selection.clear();
  assert.equal(chosen(), "");
  selection.extendTo("c", order);
  assert.equal(chosen(), "c", "nobody was chosen before");
});

Deno.test("[DK20] all who are shown are chosen at once, whoever has not come is not; who left the room is let go of", () => {
  const store = new RoomStore();
  const names = { a: "Ada", b: "Barbara", c: "Carl" };
  const student = (id: keyof typeof names) => roomStudent(id, { name: names[id] });
  store.applyRoom(1, [student("a"), student("b"), { ...student("c"), state: "expected" }], 0);
  const view = new RoomView(store, (one, other) => one.localeCompare(other));
  view.follow(0);
  const chosen = () => view.chosen().map(({ attempt_id }) => attempt_id).sort();
  view.choose("c");
  assert.deepEqual(chosen(), []);
  view.chooseShown();
  assert.deepEqual(chosen(), ["a", "b"]);
  view.show({ search: "barbara" });
  assert.deepEqual(chosen(), ["a", "b"], "a filter lets go of nobody");
  store.applyFrame(2, [{ attempt_id: "a", removed: true }], 0);
  assert.deepEqual(chosen(), ["b"]);
  view.chooseShown();
  assert.deepEqual(chosen(), [], "a second time nobody");
});

Deno.test("[DK21] of those chosen an action is for whoever it can be done to", () => {
  const students = [
    roomStudent("active"),
    roomStudent("paused", { state: "paused" }),
    roomStudent("locked", { state: "locked" }),
    roomStudent("waiting", { state: "waiting" }),
    roomStudent("expired", { state: "expired" }),
    roomStudent("submitted", { state: "submitted" }),
    roomStudent("expected", { state: "expected" }),
  ];
  const found = Object.fromEntries(MANY_CHOICES.map((choice) => [
    choice,
    targetsOf(students, choice, "roster").map(({ attempt_id }) => attempt_id).join(" "),
  ]));
  assert.deepEqual(found, {
    message: "active paused locked waiting",
    pause: "active",
    resume: "paused",
    extend: "active paused locked",
    lock: "active paused",
    release: "locked",
    admit: "waiting",
    reopen: "expired",
    release_device: "active paused locked waiting",
    terminate: "active paused locked waiting",
  });
});

Deno.test("[DK23] what is taken back leaves everybody as they were: no break and no pause is lost by it", () => {
  const onBreak = roomStudent("x", { state: "paused", break_until: 5 });
  assert.equal(leavesAsBefore(roomStudent("x"), "pause"), true);
  assert.equal(leavesAsBefore(onBreak, "pause"), false);
  assert.equal(leavesAsBefore(roomStudent("x", { state: "paused" }), "lock"), false);
  assert.equal(leavesAsBefore(roomStudent("x", { state: "paused" }), "resume"), true);
  assert.equal(leavesAsBefore(onBreak, "resume"), false);
});

Deno.test("[DK24] what came of an action: seen, waiting for whoever is away; another action's fate is not its own", () => {
  const at = (id: string, step: "sent" | "delivered" | "seen", connected: boolean, action = "mine") =>
    roomStudent(id, { connected, deed: { id: action, n: 2, step } });
  const students = [
    at("a", "seen", true),
    at("b", "sent", false),
    at("c", "delivered", true),
    at("d", "sent", true),
    at("e", "seen", true, "another"),
    roomStudent("f"),
  ];
  const { seen, queued } = fateOf(["mine"], students);
  assert.deepEqual([seen, queued.map(({ attempt_id }) => attempt_id)], [1, ["b"]]);
});

Deno.test("[DK23] more time is taken back by as much; what ends an exam, or lets a device go, is not", () => {
  const back = undoingOf("extend", { type: "extend", minutes: 7 });
  assert.deepEqual(back, { kind: "shorten", order: { type: "shorten", minutes: 7 } });
  assert.equal(undoingOf("terminate", { type: "terminate" }), null);
  assert.equal(undoingOf("release_device", { type: "release_device" }), null);
  assert.equal(undoingOf("shorten", { type: "shorten", minutes: 7 }), null);
});
