import assert from "node:assert/strict";
import { RoomSocket, type SocketLike, type SocketWorld } from "../../../../islands/proctor/room/room_socket.ts";
import { CloseCode } from "../../../../protocol/close_codes.ts";
import type { ServerToProctor } from "../../../../protocol/proctor_messages.ts";

/** A socket whose other end is the test. */
class FakeSocket implements SocketLike {
  readonly sent: { type: string; [field: string]: unknown }[] = [];
  isClosed = false;
  onopen: SocketLike["onopen"] = null;
  onmessage: SocketLike["onmessage"] = null;
  onclose: SocketLike["onclose"] = null;
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.isClosed = true;
  }
  say(message: ServerToProctor): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

/** A world whose clock the test turns. */
function fakeWorld() {
  const sockets: FakeSocket[] = [];
  let nowMs = 0;
  let timers: { at: number; call: () => void }[] = [];
  const world: SocketWorld = {
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    nowMs: () => nowMs,
    random: () => 0.5,
    after: (ms, call) => {
      const timer = { at: nowMs + ms, call };
      timers.push(timer);
      return () => timers = timers.filter((other) => other !== timer);
    },
  };
  const turn = (ms: number) => {
    const end = nowMs + ms;
    for (;;) {
      const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((timer) => timer !== next);
      nowMs = next.at;
      next.call();
    }
    nowMs = end;
  };
  return { world, sockets, turn };
}

function roomSocket() {
  const { world, sockets, turn } = fakeWorld();
  const states: string[] = [];
  const messages: string[] = [];
  let version: number | null = null;
  const socket = new RoomSocket("exam", world, {
    onState: (state, reason) => states.push(reason === "" ? state : `${state}: ${reason}`),
    onMessage: (message) => {
      messages.push(message.type);
      if (message.type === "room" || message.type === "frame") version = message.version;
    },
    onClock: () => {},
    since: () => version,
  });
  socket.connect();
  return { socket, sockets, turn, states, messages };
}

Deno.test("[PR6] hello is the first word, and the only one until the room has come", async () => {
  const { socket, sockets, turn } = roomSocket();
  const done = socket.act({ type: "pause", id: "1", attempt_id: "a" });
  sockets[0].onopen?.();
  turn(5_000);
  assert.deepEqual(sockets[0].sent, [{ type: "hello", protocol: 1, exam: "exam" }]);
  sockets[0].say({ type: "room", version: 7, students: [] });
  assert.equal(sockets[0].sent[1].type, "pause");
  sockets[0].say({ type: "done", id: "1", count: 1, refused: [] });
  assert.deepEqual(await done, { ok: true, count: 1, refused: [] });
});

Deno.test("[PR6] after a break it comes back with back-off and asks only for what it missed", () => {
  const { sockets, turn, states } = roomSocket();
  sockets[0].onopen?.();
  sockets[0].say({ type: "room", version: 7, students: [] });
  sockets[0].onclose?.({ code: 1006, reason: "" });
  assert.deepEqual(states, ["online", "reconnecting"]);
  turn(5_000);
  assert.equal(sockets.length, 2);
  sockets[1].onopen?.();
  assert.deepEqual(sockets[1].sent[0], { type: "hello", protocol: 1, exam: "exam", since: 7 });
});

Deno.test("[PR6] a server that says nothing is left for another try", () => {
  const { sockets, turn, states } = roomSocket();
  sockets[0].onopen?.();
  sockets[0].say({ type: "room", version: 7, students: [] });
  turn(20_000);
  assert.equal(sockets[0].isClosed, true);
  assert.equal(states.at(-1), "reconnecting");
  assert.ok(sockets.length >= 2);
});

Deno.test("[PR7] an action that got no answer is sent again after a reconnect, under the same id", async () => {
  const { socket, sockets, turn } = roomSocket();
  sockets[0].onopen?.();
  sockets[0].say({ type: "room", version: 7, students: [] });
  const done = socket.act({ type: "lock", id: "x", attempt_id: "a" });
  sockets[0].onclose?.({ code: CloseCode.come_back, reason: "come_back" });
  turn(3_000);
  sockets[1].onopen?.();
  sockets[1].say({ type: "frame", version: 8, students: [] });
  assert.deepEqual(sockets[1].sent.filter(({ type }) => type === "lock"), [{ type: "lock", id: "x", attempt_id: "a" }]);
  sockets[1].say({ type: "refused", id: "x", code: "wrong_state", message: "The attempt is over." });
  assert.deepEqual(await done, { ok: false, message: "The attempt is over.", code: "wrong_state" });
});

Deno.test("[PR7] an action that is never answered says so", async () => {
  const { socket, sockets, turn } = roomSocket();
  sockets[0].onopen?.();
  const done = socket.act({ type: "lock", id: "x", attempt_id: "a" });
  turn(60_000);
  assert.deepEqual(await done, { ok: false, message: null });
});

Deno.test("a refusal is told by its reason and not tried again", () => {
  const { sockets, turn, states } = roomSocket();
  sockets[0].onopen?.();
  sockets[0].onclose?.({ code: CloseCode.forbidden, reason: "forbidden" });
  turn(60_000);
  assert.equal(sockets.length, 1);
  assert.deepEqual(states, ["refused: forbidden"]);
});

Deno.test("what is not a message of the protocol is passed over", () => {
  const { sockets, messages } = roomSocket();
  sockets[0].onopen?.();
  for (const data of ["", "{", '{"type":"news"}', new Uint8Array(2)]) sockets[0].onmessage?.({ data });
  assert.deepEqual(messages, []);
});
