import assert from "node:assert/strict";
import { backoffMs, FIRST_WAIT_MS, LONGEST_WAIT_MS } from "../../../islands/link/backoff.ts";

Deno.test("[CA17] waits before a reconnect grow with failures, are spread by chance, and are never longer than the limit", () => {
  assert.ok(backoffMs(0, 0.999) <= FIRST_WAIT_MS);
  for (let failures = 0; failures < 40; failures++) {
    const [soonest, latest] = [backoffMs(failures, 0), backoffMs(failures, 0.999)];
    assert.ok(latest <= LONGEST_WAIT_MS && soonest >= backoffMs(0, 0));
    assert.ok(latest > 1.9 * soonest, "half of a wait is by chance");
    assert.ok(backoffMs(failures + 1, 0.5) >= backoffMs(failures, 0.5));
  }
});
