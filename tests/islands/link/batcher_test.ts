import assert from "node:assert/strict";
import fc from "fast-check";
import { Batcher } from "../../../islands/link/batcher.ts";
import { Batch, type CapturedEvent, firstUnsorted } from "../../../protocol/events.ts";
import { MAX_BACKSTEP_MS, MAX_BATCH_BYTES } from "../../../protocol/limits.ts";

Deno.test("[CA10] batches are sorted, within every limit, and hold every event in the order it was made", () => {
  const event = fc.record({
    back: fc.integer({ min: 0, max: 9_000 }),
    ms: fc.nat(2_000),
    length: fc.constantFrom(1, 1, 1, 8_000),
    letter: fc.constantFrom("a", "漢", "\u0001"),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 150 }), (steps) => {
      const batches: CapturedEvent[][] = [];
      const batcher: Batcher = new Batcher(() => {
        const events = batcher.take();
        if (events !== null) batches.push(events);
      });
      let now = 10_000;
      steps.forEach(({ back, ms, length, letter }, at) => {
        now += ms;
        const inserted = letter.repeat(length);
        batcher.add({ at, inserted, question: "q", removed: 0, t: now, type: "answer_edit" });
        batcher.add({ dwell: null, flight: null, key: "letter", t: now - back, type: "keystroke_data" });
      });
      const rest = batcher.take();
      if (rest !== null) batches.push(rest);
      let lastT = 0;
      batches.forEach((events, index) => {
        Batch.parse({ events, sentAt: 0, seq: index + 1 });
        assert.equal(firstUnsorted(events), -1);
        assert.ok(events[0].t >= lastT - MAX_BACKSTEP_MS);
        lastT = Math.max(lastT, events.at(-1)!.t);
        assert.ok(new TextEncoder().encode(JSON.stringify(events)).length < MAX_BATCH_BYTES - 100);
      });
      const edits = batches.flat().filter((event) => event.type === "answer_edit");
      assert.deepEqual(edits.map(({ at }) => at), steps.map((_, index) => index));
      assert.equal(batches.flat().length, steps.length * 2);
    }),
    { numRuns: 60 },
  );
});
