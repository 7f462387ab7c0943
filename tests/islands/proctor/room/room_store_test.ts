import assert from "node:assert/strict";
import fc from "fast-check";
import { RoomStore } from "../../../../islands/proctor/room/room_store.ts";
import type { Alert } from "../../../../protocol/alert.ts";
import type { RoomStudent } from "../../../../protocol/proctor_messages.ts";
import { roomStudent } from "./room_student_fixture.ts";

function shown(store: RoomStore): Map<string, RoomStudent> {
  return new Map([...store.rows].map(([id, row]) => [id, row.student.peek()]));
}

Deno.test("[PR1] a room and the frames after it show what the whole room would show", () => {
  const change = fc.record({
    id: fc.constantFrom("a", "b", "c", "d"),
    risk: fc.integer({ min: 0, max: 100 }),
    connected: fc.boolean(),
    flags: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 20 }), (frames) => {
    const truth = new Map(["a", "b", "c", "d"].map((id) => [id, roomStudent(id)]));
    const store = new RoomStore();
    store.applyRoom(1, [...truth.values()], 0);
    frames.forEach((changes, index) => {
      for (const { id, ...fields } of changes) truth.set(id, { ...truth.get(id) ?? roomStudent(id), ...fields });
      const sent = changes.map(({ id, ...fields }) => ({ attempt_id: id, ...fields }));
      assert.equal(store.applyFrame(index + 2, sent, index), true);
    });
    assert.deepEqual(shown(store), truth);
  }));
});

Deno.test("[PR2] a change of a student never seen whole asks for the room again", () => {
  const store = new RoomStore();
  store.applyRoom(4, [roomStudent("a")], 0);
  assert.equal(store.applyFrame(5, [{ attempt_id: "b", risk: 40 }], 1), false);
  assert.deepEqual([...store.rows.keys()], ["a"]);
  assert.equal(store.applyFrame(6, [roomStudent("b", { risk: 40 })], 2), true, "a student sent whole is a newcomer");
  assert.equal(store.rows.get("b")?.student.peek().risk, 40);
});

Deno.test("[PR2] a frame before the room is not applied", () => {
  const store = new RoomStore();
  assert.equal(store.applyFrame(3, [roomStudent("a")], 0), false);
  assert.equal(store.rows.size, 0);
});

Deno.test("a frame redraws only the rows that it names", () => {
  const store = new RoomStore();
  store.applyRoom(1, [roomStudent("a"), roomStudent("b")], 0);
  let redraws = 0;
  store.rows.get("b")?.student.subscribe(() => redraws++);
  store.applyFrame(2, [{ attempt_id: "a", risk: 50 }], 1);
  assert.equal(redraws, 1, "the subscription's own first call");
});

Deno.test("a room that comes again keeps the traces of who stays and drops who left", () => {
  const store = new RoomStore();
  store.applyRoom(1, [roomStudent("a", { risk: 10 }), roomStudent("b")], 0);
  store.applyRoom(9, [roomStudent("a", { risk: 60 })], 10_000);
  assert.deepEqual([...store.rows.keys()], ["a"]);
  assert.deepEqual(store.rows.get("a")?.trace.points(10_000, 60)[1], [10, 60, 60]);
});

function alert(attemptId: string, at: number, kind: Alert["kind"] = "high_risk_alert"): Alert {
  return {
    type: "alert",
    alert_id: `${attemptId}.risk_high.${at}`,
    kind,
    attempt_id: attemptId,
    name: attemptId,
    risk: 80,
    level: "high",
    code: "risk_high",
    at,
  };
}

Deno.test("[PR3] a high-risk alert stays until somebody has handled it, one a student, newest first", () => {
  const store = new RoomStore();
  for (const [at, id] of ["a", "b", "a"].entries()) store.applyAlert(alert(id, at));
  assert.deepEqual(store.highAlerts.value.map((one) => one.attempt_id), ["a", "b"]);
  assert.equal(store.openAlerts.value, 2);
  store.applyRoom(2, [], 0);
  assert.equal(store.highAlerts.value.length, 2, "a new room handles nothing");
  assert.deepEqual(store.highAlertIds("a"), ["a.risk_high.2"]);
  store.applyHandled(store.highAlertIds("a"));
  assert.deepEqual(store.highAlerts.value.map((one) => one.attempt_id), ["b"]);
  store.applyAlerts([alert("c", 9)], 1);
  assert.deepEqual(store.highAlerts.value.map((one) => one.attempt_id), ["c"], "what the server says is open");
});

Deno.test("other alerts are news, of which only the last few are kept; put aside, they stay open", () => {
  const store = new RoomStore();
  for (let index = 0; index < 9; index++) store.applyAlert(alert(`s${index}`, index, "token_reused"));
  assert.equal(store.highAlerts.value.length, 0);
  assert.equal(store.news.value.length, 4);
  store.dismissNews(store.news.value[0].alert_id);
  assert.equal(store.news.value.length, 3);
  assert.equal(store.openAlerts.value, 9);
});

Deno.test("[RM62] who was removed leaves the list", () => {
  const store = new RoomStore();
  store.applyRoom(1, [roomStudent("a"), roomStudent("b", { blank: true })], 0);
  assert.equal(store.counts.value.blank, 1);
  assert.ok(store.applyFrame(2, [{ attempt_id: "b", removed: true }], 0));
  assert.deepEqual([...store.rows.keys()], ["a"]);
});

Deno.test("[AD8] counts() counts each student once by the level that is shown, and by state while the attempt runs", () => {
  const store = new RoomStore();
  store.applyRoom(1, [
    roomStudent("a", { risk: 90 }),
    roomStudent("b", { risk: 50, state: "paused" }),
    roomStudent("c", { state: "locked", connected: false }),
    roomStudent("d", { state: "submitted", connected: false }),
    roomStudent("e", { insufficient: true }),
    roomStudent("f", { insufficient: true, state: "expired", connected: false, by_api: true }),
    roomStudent("g", { silent: true }),
    roomStudent("h", { state: "waiting" }),
    roomStudent("i", { state: "paused", break_until: 1 }),
  ], 0);
  assert.deepEqual(store.counts.value, {
    total: 9,
    high: 1,
    medium: 1,
    low: 5,
    insufficient: 1,
    uncaptured: 1,
    waiting: 1,
    active: 3,
    paused: 1,
    on_break: 1,
    locked: 1,
    finished: 2,
    disconnected: 1,
    expected: 0,
    blank: 0,
    silent: 1,
    by_api: 1,
    needs_me: 2,
    flagged: 0,
  });
});

Deno.test("[DK53] a row says who looks at it, also one that comes later; other rows are left alone", () => {
  const store = new RoomStore();
  store.applyRoom(1, [roomStudent("ada"), roomStudent("bo")], 0);
  const drawn: string[] = [];
  for (const { id, lookers } of store.rows.values()) lookers.subscribe((names) => void drawn.push(`${id} ${names}`));
  drawn.length = 0;
  store.applyPeople([{ name: "maria", looks_at: ["ada", "cy"] }, { name: "tom", looks_at: ["ada"] }]);
  store.applyPeople([{ name: "maria", looks_at: ["ada", "cy"] }, { name: "tom", looks_at: ["ada"] }]);
  assert.deepEqual(drawn, ["ada maria,tom"]);
  store.applyFrame(2, [roomStudent("cy")], 0);
  assert.deepEqual(store.rows.get("cy")?.lookers.peek(), ["maria"]);
});
