import assert from "node:assert/strict";
import { RateLimits, ratesOf } from "../../../routes/edge/rate.ts";
import { Refusal } from "../../../server/errors.ts";
import { said } from "../../../words/refusal.ts";

const RATES = ratesOf({ joinsPerMinute: 2_000, loginsPerMinute: 120 });

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

Deno.test("[AU10] an address has the rate of an operation's class; each operation counts for itself", () => {
  const limits = new RateLimits(() => 0, { ...RATES, predictions: { perMinute: 1 } });
  assert.equal(waitOf(() => limits.take("predict", "a")), 0);
  assert.equal(waitOf(() => limits.take("predict", "a")), 60);
  assert.equal(waitOf(() => limits.take("predict", "b")), 0);
  for (let i = 0; i < 10_000; i++) assert.equal(waitOf(() => limits.take("log_activity", "a")), 0); // has its own
});

Deno.test("[ED7] failures are counted apart: a right request is let through after any number of wrong ones", () => {
  const limits = new RateLimits(() => 0, { ...RATES, joins: { perMinute: 3 } });
  const wrong = new Refusal("unknown_exam", said("no_such_code", { code: "X" }));
  const answered = Array.from({ length: 5 }, () => limits.refused("start_exam", "a", wrong));
  assert.deepEqual(answered.map((error) => error === wrong), [true, true, true, false, false]);
  assert.equal(waitOf(() => limits.take("start_exam", "a")), 0);
  const fault = new Error("ours");
  assert.equal(limits.refused("start_exam", "a", fault), fault);
  assert.equal(limits.refused("start_exam", "b", wrong), wrong);
});
