import assert from "node:assert/strict";
import { BatchTape, cutBatches, withPaste } from "../../../lab/load/batch_tape.ts";
import { payloadOf } from "../../../lab/load/client_frame.ts";
import { SMALL_PAPER } from "../../../lab/load/small_paper.ts";
import { StudentToServer } from "../../../protocol/student_messages.ts";
import { eventsHash } from "../../../server/log/hash.ts";

const SENT_AT = 1_800_000_000_000;

Deno.test("BatchTape's frames are the batches of a sitting, valid by the protocol and hashed as the server hashes them", () => {
  const batches = withPaste(cutBatches("pasting", 3, SMALL_PAPER, 20, 40), 7);
  const tape = new BatchTape(batches, SENT_AT);
  assert.equal(tape.length, 40);
  for (const [index, events] of batches.entries()) {
    const seq = index + 1;
    const message = StudentToServer.parse(JSON.parse(new TextDecoder().decode(payloadOf(tape.frame(seq)))));
    assert.deepEqual(message, { type: "batch", seq, sentAt: SENT_AT, events });
    assert.equal(tape.hash(seq), eventsHash(events));
  }
  assert.equal(tape.frame(5), tape.frame(5));
});
