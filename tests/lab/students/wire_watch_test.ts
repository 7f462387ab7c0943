import assert from "node:assert/strict";
import { WireWatch } from "../../../lab/students/wire_watch.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";
import type { ServerToStudent } from "../../../protocol/student_messages.ts";
import { FakeAttemptServer } from "../../support/fake_attempt_server.ts";
import { VirtualWorld } from "../../support/virtual_world.ts";

const VIEW: CapturedEvent = { question: "q1", t: 1, type: "question_view" };

/** A watched wire, what was told to be stored, and a server that can also be made to say what it must not. */
function watched() {
  const stored: [seq: number, hasLatency: boolean][] = [];
  const watch = new WireWatch({ stored: ({ seq }, latencyMs) => stored.push([seq, latencyMs !== null]) });
  const server = new FakeAttemptServer();
  const world = watch.over(new VirtualWorld(server.accept));
  const connect = () => {
    const transport = world.connect({ opened: () => {}, received: () => {}, closed: () => {} });
    transport.send({ type: "hello", protocol: 1, token: "token" });
    server.deliver();
    return (seq: number) => transport.send({ type: "batch", seq, sentAt: 0, events: [{ ...VIEW, t: seq }] });
  };
  const say = (message: ServerToStudent) => {
    server.say(message);
    server.deliver();
  };
  return { watch, server, stored, connect, say };
}

Deno.test("[SI12] an ack tells of each batch up to it, once", () => {
  const { watch, server, stored, connect } = watched();
  const send = connect();
  send(1);
  send(2);
  server.deliver();
  assert.deepEqual(stored, [[1, true], [2, true]]);
  assert.equal(watch.acknowledged, 2);
  assert.deepEqual(watch.problems, []);
});

Deno.test("[SI12] a welcome that has what was sent last tells that all of it is stored, without a latency", () => {
  const { watch, server, stored, connect } = watched();
  const send = connect();
  send(1);
  send(2);
  server.drop(true);
  const sendAgain = connect();
  assert.deepEqual(stored, [[1, false], [2, false]]);
  sendAgain(1);
  server.deliver();
  assert.equal(watch.resends, 1);
  assert.equal(stored.length, 2, "told once");
  assert.deepEqual(watch.problems, []);
});

Deno.test("[SI12] an acknowledged batch that the server has forgotten is noticed", () => {
  const { watch, server, connect } = watched();
  connect()(1);
  server.deliver();
  server.log.length = 0;
  server.drop();
  connect();
  assert.deepEqual(watch.problems, ["batch 1 was acknowledged, and welcome says 0"]);
});

Deno.test("[SI12] an ack of what was never sent, and words that are not of the protocol, are noticed", () => {
  const { watch, connect, say } = watched();
  connect();
  say({ type: "ack", seq: 3 });
  assert.deepEqual(watch.problems, ["ack 3 of a batch that was never sent"]);
  assert.deepEqual(watch.wire.read('{"type":"ack","seq":1}'), { type: "ack", seq: 1 });
  assert.equal(watch.wire.read('{"type":"ack","seq":1,"shard":7}'), null);
  assert.equal(watch.problems.length, 2);
});

Deno.test("[SI12] after a conflict only what goes out under its new number is told to be stored", () => {
  const { server, stored, connect } = watched();
  const send = connect();
  server.log.push({ seq: 1, events: [VIEW, VIEW] });
  send(1);
  server.deliver();
  send(2);
  server.deliver();
  assert.deepEqual(stored, [[2, true]]);
});
