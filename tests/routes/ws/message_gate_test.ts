import assert from "node:assert/strict";
import { StudentRates } from "../../../server/student_rates.ts";
import { MessageRate } from "../../../server/message_rate.ts";
import { MessageGate } from "../../../routes/ws/message_gate.ts";

function gateOf(messagesPerSecond: number, bytesPerSecond = 1e9): MessageGate {
  return new MessageGate(new MessageRate({ messagesPerSecond, bytesPerSecond }, 0));
}

Deno.test("[RM1] messages within the rate pass at once", () => {
  const gate = gateOf(100);
  for (let index = 0; index < 100; index++) assert.equal(gate.pass("m", index * 10), "now");
});

Deno.test("[RM2] messages over the rate wait, in their order, and pass at the rate", () => {
  const gate = gateOf(100);
  for (let index = 0; index < 100; index++) gate.pass("m", 0);
  assert.equal(gate.pass("first", 0), "later");
  assert.equal(gate.pass("second", 0), "later");
  assert.deepEqual(gate.release(10), ["first"]);
  assert.equal(gate.pass("third", 10), "later");
  assert.deepEqual(gate.release(1_000), ["second", "third"]);
  assert.equal(gate.pass("fourth", 1_000), "now");
});

Deno.test("[RM3] a socket that stays over its rate for ten seconds is closed", () => {
  const gate = gateOf(10);
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
  const gate = gateOf(1);
  const large = "x".repeat(200_000);
  gate.pass(large, 0);
  let passages = 0;
  while (gate.pass(large, 0) !== "closed") passages++;
  assert.ok(passages < 30);
});

Deno.test("[RM5] a student's bytes pass at their rate for long, and who has much to bring is slowed and not closed", () => {
  const gate = gateOf(100, 1_000);
  const text = "x".repeat(2_000);
  let passed = 0;
  // What a day without network brings, as fast as an honest page sends it: as long as something waits, it waits as well.
  for (let now = 0; now <= 60_000; now += 100) {
    passed += gate.release(now).length;
    if (gate.isWaiting) continue;
    const admission = gate.pass(text, now);
    assert.notEqual(admission, "closed");
    if (admission === "now") passed++;
  }
  const bytes = passed * text.length;
  assert.ok(bytes >= 74_000 && bytes <= 78_000, `${bytes} bytes in 60 s at 1,000 a second and 16,000 at once`);
});

Deno.test("[RM5] one student's sockets and calls share one rate; a message of any size passes some time", () => {
  const rates = new StudentRates({ messagesPerSecond: 100, bytesPerSecond: 1_000 }, () => 0);
  rates.of("a").charge(26_000, 0);
  const gate = gateOf(100);
  gate.holdTo(rates.of("a"));
  assert.equal(gate.pass("m", 0), "later");
  assert.deepEqual(gate.release(10_000), []);
  assert.deepEqual(gate.release(10_002), ["m"]);
  assert.equal(rates.of("b").waitMs(0), 0);
});
