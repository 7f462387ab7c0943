import assert from "node:assert/strict";
import type { Alert } from "../../../protocol/alert.ts";
import type { RoomStudent, ServerToProctor } from "../../../protocol/proctor_messages.ts";
import { ServerToProctor as Message } from "../../../protocol/proctor_messages.ts";
import { type RoomSocket, SLOW_SOCKET_BYTES } from "../../../server/room/proctor_sockets.ts";
import { Room } from "../../../server/room/room.ts";

function student(attempt_id: string, changes: Partial<RoomStudent> = {}): RoomStudent {
  return {
    attempt_id,
    name: `Student ${attempt_id}`,
    number: null,
    state: "active",
    connected: true,
    risk: 0,
    level: "low",
    peak: 0,
    last_seen: 0,
    started_at: 0,
    deadline: 0,
    reasons: [],
    insufficient: true,
    flags: 0,
    question: null,
    answered: 0,
    accommodated: false,
    blank: false,
    namesake: null,
    removed: false,
    ...changes,
  };
}

/** A room with a clock that the test turns. */
class Hall {
  now = 0;
  #timers: { at: number; work: () => void }[] = [];
  readonly room = new Room("e", 1_000, () => this.now, (work, ms) => this.#timers.push({ at: this.now + ms, work }));

  pass(ms: number): void {
    const until = this.now + ms;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#timers.splice(this.#timers.indexOf(due), 1);
      this.now = due.at;
      due.work();
    }
    this.now = until;
  }
}

class Socket implements RoomSocket {
  bufferedAmount = 0;
  received: ServerToProctor[] = [];
  send(text: string): void {
    this.received.push(Message.parse(JSON.parse(text)));
  }
  frames() {
    return this.received.filter((message) => message.type === "frame");
  }
}

Deno.test("[RM10] a proctor who joins gets the whole room", () => {
  const { room } = new Hall();
  room.update(student("a"));
  const socket = new Socket();
  room.join(socket);
  const [first] = socket.received;
  assert.ok(first.type === "room" && first.students.length === 1);
});

Deno.test("[RM11] changes of the same fifth of a second are one frame, with only what changed", () => {
  const hall = new Hall();
  hall.room.update(student("a"));
  hall.room.update(student("b"));
  const socket = new Socket();
  hall.room.join(socket);
  hall.pass(1_000);
  hall.room.update(student("a", { last_seen: 1 }));
  hall.pass(0);
  for (let risk = 1; risk <= 20; risk++) {
    hall.room.update(student("a", { last_seen: 1, risk }));
    hall.room.update(student("b", { last_seen: risk }));
  }
  hall.pass(199);
  assert.equal(socket.frames().length, 1);
  hall.pass(1);
  assert.deepEqual(socket.frames()[1].students, [
    { attempt_id: "a", risk: 20 },
    { attempt_id: "b", last_seen: 20 },
  ]);
});

Deno.test("[RM12] at most five frames a second, however much changes", () => {
  const hall = new Hall();
  hall.room.update(student("a"));
  const socket = new Socket();
  hall.room.join(socket);
  for (let ms = 0; ms < 2_000; ms += 5) {
    hall.room.update(student("a", { last_seen: ms }));
    hall.pass(5);
  }
  assert.ok(socket.frames().length <= 11, `${socket.frames().length} frames in 2 s`);
});

Deno.test("[RM13] a level change goes at once, and takes along what has gathered", () => {
  const hall = new Hall();
  hall.room.update(student("a"));
  hall.room.update(student("b"));
  const socket = new Socket();
  hall.room.join(socket);
  hall.room.update(student("b", { last_seen: 5 }));
  hall.pass(0);
  hall.room.update(student("b", { last_seen: 6 }));
  hall.room.update(student("a", { risk: 75, level: "high" }));
  assert.deepEqual(socket.frames().at(-1)?.students.map((one) => one.attempt_id), ["b", "a"]);
});

Deno.test("[RM14] versions rise by one a frame, and a proctor who comes back gets exactly what was missed", () => {
  const hall = new Hall();
  for (const id of ["a", "b", "c"]) hall.room.update(student(id));
  const socket = new Socket();
  const leave = hall.room.join(socket);
  const other = new Socket();
  hall.room.join(other);
  hall.room.update(student("a", { risk: 50, level: "medium" }));
  const since = other.frames().at(-1)?.version;
  leave();
  hall.room.update(student("b", { risk: 60, level: "medium" }));
  hall.room.update(student("b", { risk: 80, level: "high" }));
  const back = new Socket();
  hall.room.join(back, since);
  const [missed] = back.received;
  assert.ok(missed.type === "frame");
  assert.deepEqual(missed.students.map((one) => [one.attempt_id, one.risk]), [["b", 80]]);
  assert.equal(missed.version, hall.room.version);
});

Deno.test("[RM15] a version of another life, or from too long ago, gets the whole room", () => {
  const hall = new Hall();
  hall.room.update(student("a"));
  hall.room.join(new Socket());
  const since = hall.room.version;
  for (let index = 0; index < 400; index++) {
    hall.room.update(student("a", { level: index % 2 === 0 ? "high" : "low", risk: index % 2 * 80 }));
  }
  for (const version of [since, 5, hall.room.version + 10]) {
    const socket = new Socket();
    hall.room.join(socket, version);
    assert.equal(socket.received[0].type, "room", `since ${version}`);
  }
});

Deno.test("[RM16] a slow proctor gets fewer frames, and then everything that was left out", () => {
  const hall = new Hall();
  hall.room.update(student("a"));
  hall.room.update(student("b"));
  const slow = new Socket();
  hall.room.join(slow);
  slow.bufferedAmount = SLOW_SOCKET_BYTES + 1;
  hall.room.update(student("a", { risk: 50, level: "medium" }));
  hall.room.update(student("b", { risk: 90, level: "high" }));
  assert.equal(slow.frames().length, 0);
  slow.bufferedAmount = 0;
  hall.pass(200);
  const [frame] = slow.frames();
  assert.deepEqual(frame.students.map((one) => [one.attempt_id, one.level]), [["a", "medium"], ["b", "high"]]);
});

function alertOf(attempt_id: string, at: number): Alert {
  return {
    type: "alert",
    alert_id: `${attempt_id}.risk_high.${at}`,
    kind: "high_risk_alert",
    attempt_id,
    name: attempt_id,
    risk: 80,
    level: "high",
    code: "risk_high",
    at,
  };
}

Deno.test("[RM17] an alert comes behind the frame that shows why", () => {
  const hall = new Hall();
  hall.room.update(student("a"));
  const socket = new Socket();
  hall.room.join(socket);
  hall.room.update(student("a", { last_seen: 9 }));
  hall.room.alert(alertOf("a", 1));
  assert.deepEqual(socket.received.map((message) => message.type), ["room", "alerts", "frame", "alert"]);
});

Deno.test("[RM70] whoever joins is told of the open alerts: of each topic the newest, without those that were handled", () => {
  const hall = new Hall();
  for (const [id, at] of [["a", 1], ["b", 2], ["a", 3], ["c", 4]] as const) hall.room.alert(alertOf(id, at));
  const first = new Socket();
  hall.room.join(first);
  hall.room.handled({ type: "alerts_handled", alert_ids: ["a.risk_high.1", "b.risk_high.2"], by: "amina", at: 5 });
  const second = new Socket();
  hall.room.join(second);
  const open = [first, second].map(({ received }) => {
    const told = received.find((message) => message.type === "alerts");
    return told?.type === "alerts" ? told.alerts.map((alert) => alert.alert_id) : null;
  });
  assert.deepEqual(open, [
    ["c.risk_high.4", "a.risk_high.3", "b.risk_high.2"],
    ["c.risk_high.4", "a.risk_high.3"],
  ], "an alert that is newer than the handled one stays");
  assert.equal(first.received.at(-1)?.type, "alerts_handled");
});

Deno.test("[RM63] names that are the same, or look the same, are marked, each with its own change only", () => {
  const hall = new Hall();
  const socket = new Socket();
  hall.room.join(socket);
  for (const [id, name] of [["a", "Ali"], ["b", "Bo"], ["c", "ali"], ["d", "Аli"], ["e", "Ali"]]) {
    hall.room.update(student(id, { name }));
  }
  hall.pass(1_000);
  assert.deepEqual(
    hall.room.students().map(({ attempt_id, namesake }) => [attempt_id, namesake]),
    [["a", "look_alike"], ["b", null], ["c", "look_alike"], ["d", "look_alike"], ["e", "look_alike"]],
  );
  const told = new Map<string, number>();
  for (const frame of socket.frames()) {
    for (const { attempt_id, namesake } of frame.students) {
      if (namesake !== undefined) told.set(attempt_id, (told.get(attempt_id) ?? 0) + 1);
    }
  }
  assert.ok([...told.values()].every((times) => times <= 3), "thirty of one name tell nobody thirty times");
});

Deno.test("[RM63] a name whose namesakes were removed is marked no more, or as those that are left are", () => {
  const hall = new Hall();
  const socket = new Socket();
  hall.room.join(socket);
  for (const [id, name] of [["a", "Ali"], ["b", "ali"], ["c", "Аli"]]) hall.room.update(student(id, { name }));
  const marks = () => ["a", "b", "c"].map((id) => hall.room.student(id)?.namesake);
  hall.room.update(student("c", { name: "Аli", removed: true }));
  assert.deepEqual(marks(), ["same", "same", null]);
  hall.room.update(student("b", { name: "ali", removed: true }));
  assert.deepEqual(marks(), [null, null, null]);
  hall.pass(1_000);
  const told = socket.frames().flatMap(({ students }) => students).filter(({ attempt_id }) => attempt_id === "a");
  assert.equal(told.at(-1)?.namesake, null);
});

Deno.test("[RM62] who was removed is told of once, also to a proctor who comes back, and is in no room after it", () => {
  const hall = new Hall();
  hall.room.update(student("a"));
  hall.room.update(student("b", { blank: true }));
  const socket = new Socket();
  const leave = hall.room.join(socket);
  const since = hall.room.version;
  leave();
  hall.room.join(new Socket());
  hall.room.update(student("b", { blank: true, removed: true, state: "terminated" }));
  const [back, fresh] = [new Socket(), new Socket()];
  hall.room.join(back, since);
  hall.room.join(fresh);
  const [missed] = back.received;
  assert.ok(missed.type === "frame");
  assert.deepEqual(missed.students.map((one) => [one.attempt_id, one.removed]), [["b", true]]);
  const [whole] = fresh.received;
  assert.ok(whole.type === "room");
  assert.deepEqual(whole.students.map((one) => one.attempt_id), ["a"]);
});
