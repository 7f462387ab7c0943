import assert from "node:assert/strict";
import { ackedSeq, isRisk } from "../../../lab/load/server_text.ts";
import type { ServerToStudent } from "../../../protocol/student_messages.ts";

/** A message in the middle of other bytes, as a connection brings it. */
function within(message: ServerToStudent): [bytes: Uint8Array, start: number, end: number] {
  const bytes = new TextEncoder().encode(`77${JSON.stringify(message)}99`);
  return [bytes, 2, bytes.length - 2];
}

const REPORT: Omit<Extract<ServerToStudent, { type: "risk" }>, "type"> = { risk: 12, level: "low", reasons: [] };

Deno.test("ackedSeq() reads an ack's number out of the bytes, and nothing out of other messages", () => {
  for (const seq of [1, 9, 10, 4_294_967_297]) assert.equal(ackedSeq(...within({ type: "ack", seq })), seq);
  assert.equal(ackedSeq(...within({ type: "answers", seq: 5, answers: {} })), null);
  assert.equal(ackedSeq(...within({ type: "expected", seq: 5 })), null);
  assert.equal(ackedSeq(...within({ type: "risk", ...REPORT })), null);
  assert.equal(ackedSeq(new Uint8Array(), 0, 0), null);
});

Deno.test("isRisk() knows a student's own risk, and takes no other message for it", () => {
  assert.equal(isRisk(within({ type: "risk", ...REPORT })[0], 2), true);
  assert.equal(isRisk(within({ type: "high_risk_alert", ...REPORT })[0], 2), false);
  assert.equal(isRisk(within({ type: "ack", seq: 1 })[0], 2), false);
});
