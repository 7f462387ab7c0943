import assert from "node:assert/strict";
import { MessageGate } from "../../../routes/ws/message_gate.ts";

Deno.test("[RM1] messages within the rate pass at once", () => {
  const gate = new MessageGate(100, 0);
  for (let index = 0; index < 100; index++) assert.equal(gate.pass("m", index * 10), "now");
});

Deno.test("[RM2] messages over the rate wait, in their order, and pass at the rate", () => {
  const gate = new MessageGate(100, 0);
  for (let index = 0; index < 100; index++) gate.pass("m", 0);
  assert.equal(gate.pass("first", 0), "later");
  assert.equal(gate.pass("second", 0), "later");
  assert.deepEqual(gate.release(10), ["first"]);
  assert.equal(gate.pass("third", 10), "later");
  assert.deepEqual(gate.release(1_000), ["second", "third"]);
  assert.equal(gate.pass("fourth", 1_000), "now");
});

Deno.test("[RM3] a socket that stays over its rate for ten seconds is closed", () => {
  const gate = new MessageGate(10, 0);
  let now = 0;
  let passage = gate.pass("m", now);
  while (passage !== "closed" && now < 60_000) {
    now += 50;
    gate.release(now);
    passage = gate.pass("m", now);
  }
  assert.equal(passage, "closed");
  assert.ok(now >= 10_000 && now < 13_000, `closed after ${now} ms`);
});

Deno.test("[RM4] a socket that piles up more than fits is closed, however short the time", () => {
  const gate = new MessageGate(1, 0);
  const large = "x".repeat(200_000);
  gate.pass(large, 0);
  let passages = 0;
  while (gate.pass(large, 0) !== "closed") passages++;
  assert.ok(passages < 30);
});
