import assert from "node:assert/strict";
import fc from "fast-check";
import { offeredActions } from "../../../../islands/proctor/drawer/actions.ts";
import { EVERYBODY, matchesFilter, type Whose } from "../../../../islands/proctor/room/room_filter.ts";
import { heldOrder, orderRows } from "../../../../islands/proctor/room/room_order.ts";
import { RoomStore } from "../../../../islands/proctor/room/room_store.ts";
import { RoomView, SETTLE_MS } from "../../../../islands/proctor/room/room_view.ts";
import { speechOf } from "../../../../islands/components/speech.tsx";
import { ENGLISH } from "../../../../words/languages.ts";
import type { RoomStudent } from "../../../../protocol/proctor_messages.ts";
import { roomStudent } from "./room_student_fixture.ts";
import { nameOrder } from "../../../../words/lists.ts";

const { speaker } = speechOf(ENGLISH);
const byName = nameOrder(speaker.language);

function storeOf(students: readonly RoomStudent[]): RoomStore {
  const store = new RoomStore();
  store.applyRoom(1, students, 0);
  return store;
}

Deno.test("[PR4] sorted by risk, the highest first, those who have finished last", () => {
  const { rows } = storeOf([
    roomStudent("low", { risk: 3 }),
    roomStudent("done", { risk: 99, state: "submitted" }),
    roomStudent("high", { risk: 80 }),
  ]);
  assert.deepEqual(orderRows(rows, EVERYBODY, "risk", [], byName), ["high", "low", "done"]);
});

Deno.test("[PR4] a risk that moves within its whole point moves no row", () => {
  const risks = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 30 });
  fc.assert(fc.property(risks, fc.array(fc.double({ min: -0.4, max: 0.4, noNaN: true })), (whole, moves) => {
    const students = whole.map((risk, index) => roomStudent(`s${index}`, { risk }));
    const store = storeOf(students);
    const before = orderRows(store.rows, EVERYBODY, "risk", [], byName);
    const changes = whole.map((risk, index) => ({
      attempt_id: `s${index}`,
      risk: Math.max(0, risk + (moves[index] ?? 0)),
    }));
    store.applyFrame(2, changes, 1);
    assert.deepEqual(orderRows(store.rows, EVERYBODY, "risk", before, byName), before);
  }));
});

Deno.test("by name, accents and numbers sort as people read them", () => {
  const { rows } = storeOf(
    ["Room 10", "Åsa", "Room 9", "asa"].map((name, index) => roomStudent(`s${index}`, { name })),
  );
  const order = orderRows(rows, EVERYBODY, "name", [], byName);
  assert.deepEqual(order.slice(2).map((id) => rows.get(id)?.student.peek().name), ["Room 9", "Room 10"]);
});

Deno.test("[PR5] a held order keeps every row in its place; newcomers go to the end", () => {
  const store = storeOf([roomStudent("a", { risk: 50 }), roomStudent("b", { risk: 10 })]);
  const before = orderRows(store.rows, EVERYBODY, "risk", [], byName);
  store.applyFrame(2, [{ attempt_id: "b", risk: 100 }, roomStudent("c", { risk: 100 })], 1);
  assert.deepEqual(heldOrder(store.rows, EVERYBODY, before), ["a", "b", "c"]);
});

Deno.test("[PR5] rows do not change place while somebody is in the list, and do once they leave", () => {
  const store = storeOf([roomStudent("a", { risk: 50 }), roomStudent("b", { risk: 10 })]);
  const view = new RoomView(store, byName);
  view.follow(0);
  view.isTouched.value = true;
  store.applyFrame(2, [{ attempt_id: "b", risk: 100 }], 1);
  view.follow(10 * SETTLE_MS);
  assert.deepEqual(view.order.peek(), ["a", "b"]);
  view.isTouched.value = false;
  view.follow(10 * SETTLE_MS + 1);
  assert.deepEqual(view.order.peek(), ["b", "a"]);
});

Deno.test("rows settle between two sortings, but a filter is followed at once", () => {
  const store = storeOf([roomStudent("a", { risk: 50 }), roomStudent("b", { risk: 10 })]);
  const view = new RoomView(store, byName);
  view.follow(0);
  store.applyFrame(2, [{ attempt_id: "b", risk: 100 }], 1);
  view.follow(SETTLE_MS / 2);
  assert.deepEqual(view.order.peek(), ["a", "b"]);
  view.show({ level: "high" });
  assert.deepEqual(view.order.peek(), []);
});

Deno.test("filter: by state, by level, and by words of name or number without regard to accents or case", () => {
  const bjork = roomStudent("a", { name: "Björk Guðmundsdóttir", number: "s1001", risk: 80, flags: 1 });
  const gone = roomStudent("b", { connected: false });
  const done = roomStudent("c", { state: "expired", connected: false });
  assert.equal(matchesFilter(bjork, { ...EVERYBODY, search: "  bjork 1001" }), true);
  assert.equal(matchesFilter(bjork, { ...EVERYBODY, search: "bjork 2" }), false);
  assert.equal(matchesFilter(bjork, { ...EVERYBODY, level: "medium" }), false);
  assert.equal(matchesFilter(bjork, { ...EVERYBODY, state: "flagged" }), true);
  const early = roomStudent("d", { insufficient: true });
  assert.equal(matchesFilter(early, { ...EVERYBODY, level: "low" }), false, "it is shown as too early");
  assert.equal(matchesFilter(early, { ...EVERYBODY, level: "insufficient" }), true);
  assert.equal(matchesFilter(gone, { ...EVERYBODY, state: "disconnected" }), true);
  assert.equal(matchesFilter(done, { ...EVERYBODY, state: "disconnected" }), false, "who has finished is not missed");
  assert.equal(matchesFilter(done, { ...EVERYBODY, state: "finished" }), true);
});

Deno.test("neighbour() moves through the shown rows and stops at the ends", () => {
  const view = new RoomView(storeOf([roomStudent("a"), roomStudent("b"), roomStudent("c")]), byName);
  view.follow(0);
  assert.equal(view.neighbour(null, 1), "a");
  assert.equal(view.neighbour("a", 1), "b");
  assert.equal(view.neighbour("c", 5), "c");
  assert.equal(view.neighbour("b", -9), "a");
});

Deno.test("[DK3] who is expected stands behind who writes and before who has finished, of no level and not disconnected", () => {
  const store = storeOf([
    roomStudent("done", { state: "submitted", risk: 90 }),
    roomStudent("coming", { state: "expected", connected: false, insufficient: true, group: "Hall 1" }),
    roomStudent("writing", { risk: 0 }),
  ]);
  assert.deepEqual(orderRows(store.rows, EVERYBODY, "risk", [], byName), ["writing", "coming", "done"]);
  const coming = store.rows.get("coming")?.student.peek();
  assert.ok(coming);
  assert.equal(matchesFilter(coming, { ...EVERYBODY, state: "expected" }), true);
  assert.equal(matchesFilter(coming, { ...EVERYBODY, group: "Hall 1" }), true);
  assert.equal(matchesFilter(coming, { ...EVERYBODY, group: "Hall 2" }), false);
  assert.equal(matchesFilter(coming, { ...EVERYBODY, state: "disconnected" }), false);
  assert.equal(matchesFilter(coming, { ...EVERYBODY, level: "insufficient" }), false);
  const counts = store.counts.value;
  assert.deepEqual([counts.total, counts.expected, counts.disconnected, counts.insufficient], [3, 1, 0, 0]);
  assert.deepEqual(offeredActions({ state: "expected", number: null, blank: false }, "roster"), []);
});

Deno.test("[DK55] one's own students, and those under way whom nobody has taken", () => {
  const students = [
    roomStudent("mine", { taken_by: "maria" }),
    roomStudent("theirs", { taken_by: "tom" }),
    roomStudent("given back", { taken_by: null }),
    roomStudent("never"),
    roomStudent("done", { state: "submitted" }),
    roomStudent("coming", { state: "expected" }),
  ];
  const shown = (whose: Whose) =>
    students.filter((student) => matchesFilter(student, { ...EVERYBODY, whose })).map(({ attempt_id }) => attempt_id);
  assert.deepEqual(shown({ kind: "mine", me: "maria" }), ["mine"]);
  assert.deepEqual(shown({ kind: "nobody" }), ["given back", "never"]);
  assert.equal(shown({ kind: "anybody" }).length, students.length);
});

Deno.test("[DK28] whoever has an open alert, is locked or waits needs a proctor, and nobody else", () => {
  const shown = ["expected", "waiting", "active", "paused", "locked", "expired", "submitted"] as const;
  const needs = (alerted: string[]) =>
    shown.filter((state) =>
      matchesFilter(roomStudent(state, { state }), { ...EVERYBODY, state: "needs_me" }, new Set(alerted))
    );
  assert.deepEqual(needs([]), ["waiting", "locked"]);
  assert.deepEqual(needs(["active", "submitted"]), ["waiting", "active", "locked", "submitted"]);
});
