import assert from "node:assert/strict";
import fc from "fast-check";
import { EventStream } from "../../../lab/simulation/event_stream.ts";
import { PERSONAS } from "../../../lab/simulation/persona.ts";
import { simulate } from "../../../lab/simulation/simulate.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";

const OPTIONS = {
  questions: [{ id: "q1", points: 1, text: "Why?", type: "essay" as const }],
  durationMs: 120_000,
};

Deno.test("[SI10] a stream read at any times hands out every event once, in order, and never before it is over", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PERSONAS),
      fc.integer(),
      fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1 }),
      (persona, seed, steps) => {
        const all = [...simulate(persona, seed, OPTIONS)];
        const stream = new EventStream(simulate(persona, seed, OPTIONS));
        const taken: CapturedEvent[] = [];
        let now = 0;
        for (const step of steps) {
          now += step;
          const batch = stream.next(now, 50);
          assert.ok(batch.length <= 50);
          assert.ok(batch.every((event) => event.t <= now));
          taken.push(...batch);
        }
        while (!stream.isDone) taken.push(...stream.next(Infinity, 500));
        assert.deepEqual(taken, all);
      },
    ),
    { numRuns: 25 },
  );
});

Deno.test("[SI10] idle time is handed out when it is over", () => {
  const stream = new EventStream([{ duration: 6_000, t: 1_000, type: "idle" as const }][Symbol.iterator]());
  assert.deepEqual(stream.next(6_999), []);
  assert.equal(stream.next(7_000).length, 1);
  assert.equal(stream.isDone, true);
});
