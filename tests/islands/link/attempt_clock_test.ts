import assert from "node:assert/strict";
import fc from "fast-check";
import { AttemptClock, CLOCK_SLACK_MS } from "../../../islands/link/attempt_clock.ts";

Deno.test("[CA07] after a sleep in which the browser's clock stood still, the server's word moves the clock forward", () => {
  let now = 0;
  const clock = new AttemptClock(() => now, 60_000);
  now = 1_000;
  clock.catchUp(661_000);
  assert.equal(clock.t(), 661_000);
  clock.catchUp(661_000 + CLOCK_SLACK_MS);
  assert.equal(clock.t(), 661_000, "the network's share is left alone");
});

Deno.test("[CA07] whatever the server says, attempt time never goes back", () => {
  const step = fc.record({ ms: fc.nat(10_000), server: fc.integer({ min: -1e9, max: 1e9 }) });
  fc.assert(fc.property(fc.array(step), (steps) => {
    let now = 0;
    const clock = new AttemptClock(() => now, 0);
    let last = clock.t();
    for (const { ms, server } of steps) {
      now += ms;
      clock.catchUp(server);
      assert.ok(clock.t() >= last && Number.isInteger(clock.t()));
      last = clock.t();
    }
  }));
});
