import assert from "node:assert/strict";
import { readServerMessage } from "../../../islands/link/server_message.ts";
import { ServerToStudent } from "../../../protocol/student_messages.ts";

const reason = { name: "away", category: "signal", points: 3, code: "away", numbers: { spells: 1 }, from: 1, to: null };
const MESSAGES = [
  {
    type: "welcome",
    protocol: 1,
    attempt_id: "a",
    last_seq: 0,
    last_hash: null,
    deadline: 1,
    state: "active",
    server_time: 2,
    reason: null,
    notices: [{ id: "7", kind: "message", text: "Hello", at: 3 }],
  },
  { type: "ack", seq: 4 },
  { type: "answers", seq: 4, answers: { q1: "Hello", q2: ["a"] } },
  { type: "expected", seq: 4 },
  { type: "conflict", seq: 4, last_seq: 6 },
  { type: "risk", risk: 12.5, level: "low", reasons: [reason] },
  { type: "high_risk_alert", risk: 99, level: "high", reasons: [] },
  { type: "notice", id: "7", kind: "warning", text: "Hello", at: 3 },
  { type: "admitted", deadline: 4, server_time: 2 },
  { type: "paused", paused: true, reason: null, deadline: 4, break_until: 3, break_left: 2, own_break: true },
  { type: "locked", locked: false, reason: "Seen", deadline: 4 },
  { type: "time", deadline: 1, server_time: 2 },
  { type: "submitted", state: "submitted", reason: "risk", redirect_to: "/bye", receipt: "ab" },
  { type: "pong", server_time: 1 },
];

Deno.test("[CA50] the page reads every message of the protocol just as its schema does", () => {
  assert.deepEqual(MESSAGES.map(({ type }) => type), ServerToStudent.options.map((option) => option.shape.type.value));
  for (const message of MESSAGES) {
    assert.deepEqual(readServerMessage(JSON.stringify(message)), ServerToStudent.parse(message), message.type);
  }
});

Deno.test("[CA50] a message that lacks a field or has a wrong one is refused, as its schema refuses it", () => {
  for (const message of MESSAGES) {
    for (const name of Object.keys(message).filter((name) => name !== "type")) {
      for (const wrong of [undefined, {}, "never this word", -0.5, [1]]) {
        const broken = { ...message, [name]: wrong };
        if (ServerToStudent.safeParse(JSON.parse(JSON.stringify(broken))).success) continue;
        const isBound = typeof wrong === "number" && typeof Reflect.get(message, name) === "number";
        // Bounds of numbers are the server's to keep; the page only needs numbers.
        if (isBound) continue;
        assert.throws(() => readServerMessage(JSON.stringify(broken)), TypeError, `${message.type}.${name} = ${wrong}`);
      }
    }
  }
});

Deno.test("[CA50] what a newer server says besides is passed over", () => {
  assert.equal(readServerMessage('{"type":"confetti"}'), null);
  assert.equal(readServerMessage('{"type":"toString"}'), null);
  assert.deepEqual(readServerMessage('{"type":"ack","seq":1,"shard":7}'), { type: "ack", seq: 1 });
});
