import assert from "node:assert/strict";
import { RateLimits, ratesOf } from "../../../routes/edge/rate.ts";
import { Refusal } from "../../../server/errors.ts";

/** Seconds that a refused call has to wait; 0 if it was let through. */
function waitOf(call: () => unknown): number {
  try {
    call();
    return 0;
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.equal(error.code, "rate_limited");
    assert.ok(error.retryAfterSeconds !== undefined && error.retryAfterSeconds > 0);
    return error.retryAfterSeconds;
  }
}

Deno.test("[AU10] a hall of 2,000 joins within a minute from one address; the next one waits", () => {
  const limits = new RateLimits(() => 0, ratesOf({ joinsPerMinute: 2_000, loginsPerMinute: 120 }));
  for (let i = 0; i < 2_000; i++) assert.equal(waitOf(() => limits.take("start_exam", "198.51.100.1")), 0);
  assert.ok(waitOf(() => limits.take("start_exam", "198.51.100.1")) > 0);
  assert.equal(waitOf(() => limits.take("start_exam", "198.51.100.2")), 0);
  assert.equal(waitOf(() => limits.take("predict", "198.51.100.1")), 0); // each operation for itself
  const strict = new RateLimits(() => 0, ratesOf({ joinsPerMinute: 1, loginsPerMinute: 120 }));
  assert.equal(waitOf(() => strict.take("start_exam", "a")), 0);
  assert.equal(waitOf(() => strict.take("start_exam", "a")), 60);
  for (let i = 0; i < 10_000; i++) assert.equal(waitOf(() => strict.take("log_activity", "a")), 0); // has its own
});
