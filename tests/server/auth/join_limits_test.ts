import assert from "node:assert/strict";
import { type Joiner, JoinLimits } from "../../../server/auth/join_limits.ts";
import { Refusal } from "../../../server/errors.ts";

const HALL = "198.51.100.1";

/** Seconds that somebody has to wait; 0 if they joined. */
async function waitOf(limits: JoinLimits, joiner: Partial<Joiner> = {}): Promise<number> {
  try {
    await limits.admit({ address: HALL, deviceId: null, hasToken: false, ...joiner }, () => Promise.resolve());
    return 0;
  } catch (error) {
    assert.ok(error instanceof Refusal && error.code === "rate_limited" && error.retryAfterSeconds);
    return error.retryAfterSeconds;
  }
}

Deno.test("[AU10] a hall of 2,000 joins within a minute from one address; the next one waits", async () => {
  const limits = new JoinLimits(() => 0, 2_000);
  for (let i = 0; i < 2_000; i++) assert.equal(await waitOf(limits), 0);
  assert.ok(await waitOf(limits) > 0);
  assert.equal(await waitOf(limits, { address: "198.51.100.2" }), 0);
});

Deno.test("[AU31] a personal token and a known browser pass their address's limit", async () => {
  const limits = new JoinLimits(() => 0, 10);
  for (let i = 0; i < 2_250; i++) await waitOf(limits);
  assert.ok(await waitOf(limits) > 0);
  for (let i = 0; i < 500; i++) assert.equal(await waitOf(limits, { hasToken: true }), 0);
  assert.equal(await waitOf(limits, { deviceId: "seat 12" }), 0);
});

Deno.test("[AU32] one browser joins by code ten times, and then once in five minutes", async () => {
  let nowMs = 0;
  const limits = new JoinLimits(() => nowMs, 2_000);
  const device = { deviceId: "seat 12" };
  for (let i = 0; i < 10; i++) assert.equal(await waitOf(limits, device), 0);
  assert.equal(await waitOf(limits, device), 300);
  nowMs += 300_000;
  assert.equal(await waitOf(limits, device), 0);
  assert.ok(await waitOf(limits, device) > 0);
  assert.equal(await waitOf(limits, { deviceId: "seat 13" }), 0);
});

Deno.test("[AU31] a join that is refused for another reason takes nothing from anybody", async () => {
  const limits = new JoinLimits(() => 0, 1);
  const full = () => Promise.reject(new Refusal("exam_not_open", "opens_no_exam"));
  for (let i = 0; i < 100; i++) {
    await assert.rejects(limits.admit({ address: HALL, deviceId: null, hasToken: false }, full), Refusal);
  }
  assert.equal(await waitOf(limits), 0);
});
