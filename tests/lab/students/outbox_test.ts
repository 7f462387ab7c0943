import assert from "node:assert/strict";
import fc from "fast-check";
import { Outbox } from "../../../lab/students/outbox.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";

const hash = (events: readonly CapturedEvent[]): string => JSON.stringify(events);
const eventAt = (t: number): CapturedEvent => ({ question: "q1", t, type: "question_view" });

/** A server that only keeps numbered batches, and answers as the protocol says. */
class Log {
  stored: string[] = [];
  last(): string | null {
    return this.stored[this.stored.length - 1] ?? null;
  }
  take(seq: number, events: readonly CapturedEvent[]): { ack: number } | { expected: number } | { conflict: number } {
    if (seq > this.stored.length + 1) return { expected: this.stored.length + 1 };
    if (seq <= this.stored.length) {
      return this.stored[seq - 1] === hash(events) ? { ack: seq } : { conflict: this.stored.length };
    }
    this.stored.push(hash(events));
    return { ack: seq };
  }
}

Deno.test("[SI11] through any drops and lost acks, every batch is stored once and in order", () => {
  const step = fc.constantFrom("add", "add", "send", "send", "send", "lose_up", "lose_ack", "reconnect");
  fc.assert(fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
    const log = new Log();
    const outbox = new Outbox(hash);
    const added: string[] = [];
    const stored: number[] = [];
    const send = (isUpLost: boolean, isAckLost: boolean): boolean => {
      const batch = outbox.take(0, 4);
      if (batch === null) return false;
      if (isUpLost) return true;
      const answer = log.take(batch.seq, batch.events);
      if (isAckLost) return true;
      if ("ack" in answer) { for (const gone of outbox.acked(answer.ack)) stored.push(gone.seq); }
      if ("expected" in answer) outbox.rewind(answer.expected);
      assert.ok(!("conflict" in answer));
      return true;
    };
    const reconnect = (): void => {
      const fit = outbox.welcomed(log.stored.length, log.last(), (batch) => stored.push(batch.seq));
      assert.equal(fit, "fits");
    };
    for (const name of steps) {
      if (name === "add") {
        const events = [eventAt(added.length)];
        added.push(hash(events));
        outbox.add(events);
      } else if (name === "reconnect") reconnect();
      else send(name === "lose_up", name === "lose_ack");
    }
    reconnect();
    while (outbox.size > 0) if (!send(false, false)) reconnect();
    assert.deepEqual(log.stored, added);
    assert.deepEqual(stored, added.map((_, index) => index + 1));
  }));
});

Deno.test("[SI12] an acknowledged batch that the server has forgotten is noticed", () => {
  const outbox = new Outbox(hash);
  outbox.add([eventAt(1)]);
  outbox.take(0, 1);
  outbox.acked(1);
  assert.equal(outbox.welcomed(0, null, () => {}), "lost");
});

Deno.test("[SI13] where the log holds other content, what is held is numbered after it", () => {
  const outbox = new Outbox(hash);
  outbox.add([eventAt(1)]);
  outbox.add([eventAt(2)]);
  assert.equal(outbox.welcomed(2, "another device's", () => {}), "renumbered");
  assert.equal(outbox.take(0, 8)?.seq, 3);
  assert.equal(outbox.take(0, 8)?.seq, 4);
  outbox.renumber(7);
  assert.equal(outbox.take(0, 8)?.seq, 8);
});
