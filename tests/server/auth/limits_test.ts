import assert from "node:assert/strict";
import { clientAddress, limitedAs } from "../../../server/auth/client_address.ts";
import { LOGIN_BACK_OFF, LoginThrottle } from "../../../server/auth/login_throttle.ts";
import { RateLimiter } from "../../../server/auth/rate_limiter.ts";
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

function admit(throttle: LoginThrottle, account: string, address: string, isKnown: boolean, deviceId?: string) {
  return throttle.admit(account, { address, isKnown, deviceId: deviceId ?? null });
}

Deno.test("[AU9] a limiter lets a burst through, then its rate, and says how long to wait", () => {
  const limiter = new RateLimiter({ perMinute: 60, burst: 5 });
  for (let i = 0; i < 5; i++) assert.equal(limiter.take("a", 1_000), 0);
  assert.equal(limiter.take("a", 1_000), 1_000);
  assert.equal(limiter.take("a", 1_400), 600);
  assert.equal(limiter.take("a", 2_000), 0);
  assert.equal(limiter.take("b", 2_000), 0); // another subject has its own
  assert.throws(() => new RateLimiter({ perMinute: 0 }), RangeError);
});

Deno.test("[AU9] over any time a limiter gives no more than burst and rate, and no less to who waits as told", () => {
  const limiter = new RateLimiter({ perMinute: 600, burst: 10 });
  let taken = 0;
  for (let ms = 0; ms < 60_000; ms += 7) if (limiter.take("a", ms) === 0) taken += 1;
  assert.ok(taken <= 610 && taken >= 600, `${taken} taken`);
  let nowMs = 100_000;
  for (let i = 0; i < 10; i++) limiter.take("b", nowMs);
  for (let i = 0; i < 100; i++) {
    const waitMs = limiter.take("b", nowMs);
    assert.equal(waitMs, 100);
    nowMs += waitMs;
    assert.equal(limiter.take("b", nowMs), 0);
  }
});

Deno.test("[AU9] a limiter's memory is bounded under any number of addresses, and empties by itself", () => {
  const limiter = new RateLimiter({ perMinute: 60, burst: 2 }, 100);
  for (let i = 0; i < 10_000; i++) limiter.take(`address ${i}`, 1_000);
  assert.ok(limiter.size <= 100, `${limiter.size} held`);
  limiter.take("later", 1_000_000);
  assert.equal(limiter.size, 1);
});

Deno.test("[AU9] a clock that is set back gives nothing away and blocks nobody", () => {
  const limiter = new RateLimiter({ perMinute: 60, burst: 1 });
  assert.equal(limiter.take("a", 10_000), 0);
  assert.ok(limiter.take("a", 5_000) > 0);
  assert.equal(limiter.take("a", 6_000), 0);
});

Deno.test("[AU11] five wrong passwords are free; each further one doubles the wait, up to 15 minutes", () => {
  let nowMs = 0;
  const throttle = new LoginThrottle(() => nowMs);
  for (let i = 0; i < 5; i++) assert.equal(waitOf(() => admit(throttle, "amina", "203.0.113.7", true)), 0);
  const waits: number[] = [];
  for (let i = 0; i < 12; i++) {
    const wait = waitOf(() => admit(throttle, "amina", "203.0.113.7", true));
    waits.push(wait);
    nowMs += wait * 1000;
    assert.equal(waitOf(() => admit(throttle, "amina", "203.0.113.7", true)), 0);
  }
  assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
});

Deno.test("[AU11] attempts made at once count before they are judged", () => {
  const throttle = new LoginThrottle(() => 0);
  const admitted = Array.from(
    { length: 100 },
    () => waitOf(() => admit(throttle, "amina", "203.0.113.7", false)) === 0,
  );
  assert.equal(admitted.filter(Boolean).length, LOGIN_BACK_OFF.pair.free);
});

Deno.test("[AU11] a success clears the own failures, an attempt that was not judged counts for nothing", () => {
  const throttle = new LoginThrottle(() => 0);
  for (let i = 0; i < 4; i++) admit(throttle, "amina", "203.0.113.7", false);
  admit(throttle, "amina", "203.0.113.7", false).succeeded();
  for (let i = 0; i < 4; i++) admit(throttle, "amina", "203.0.113.7", false);
  for (let i = 0; i < 50; i++) admit(throttle, "amina", "203.0.113.7", false).undecided();
  assert.equal(waitOf(() => admit(throttle, "amina", "203.0.113.7", false)), 0);
});

Deno.test("[AU12] an attack from many addresses slows an account down by a minute at most, and its owner not at all", () => {
  let nowMs = 0;
  const throttle = new LoginThrottle(() => nowMs);
  let longest = 0;
  for (let i = 0; i < 500; i++) {
    const wait = waitOf(() => admit(throttle, "amina", `10.0.${i >> 8}.${i & 255}`, false));
    longest = Math.max(longest, wait);
    nowMs += wait * 500;
  }
  assert.equal(longest, LOGIN_BACK_OFF.account.maxWaitMs / 1000);
  assert.equal(waitOf(() => admit(throttle, "amina", "203.0.113.7", true)), 0);
  nowMs += LOGIN_BACK_OFF.account.maxWaitMs;
  assert.equal(waitOf(() => admit(throttle, "amina", "198.51.100.1", false)), 0);
});

Deno.test("[AU12] one address that tries many accounts is slowed down, and nobody else is", () => {
  const throttle = new LoginThrottle(() => 0);
  let admitted = 0;
  for (let i = 0; i < 300; i++) if (waitOf(() => admit(throttle, `name ${i}`, "203.0.113.7", false)) === 0) admitted++;
  assert.equal(admitted, LOGIN_BACK_OFF.address.free);
  assert.equal(waitOf(() => admit(throttle, "name 299", "203.0.113.8", false)), 0);
});

Deno.test("[AU12] wrong sign-ins under invented names hold up no address that an account's owner has signed in from", () => {
  const throttle = new LoginThrottle(() => 0);
  for (let i = 0; i < 300; i++) waitOf(() => admit(throttle, `name ${i}`, "203.0.113.7", false));
  assert.ok(waitOf(() => admit(throttle, "stranger", "203.0.113.7", false)) > 0);
  assert.equal(waitOf(() => admit(throttle, "admin", "203.0.113.7", true)), 0);
});

Deno.test("[AU12] a browser that the owner has signed in with is counted for itself, and no freer than others", () => {
  const throttle = new LoginThrottle(() => 0);
  for (let i = 0; i < 50; i++) waitOf(() => admit(throttle, "admin", "203.0.113.7", true));
  assert.ok(waitOf(() => admit(throttle, "admin", "203.0.113.7", true)) > 0);
  const own = Array.from({ length: 20 }, () => waitOf(() => admit(throttle, "admin", "203.0.113.7", true, "laptop")));
  assert.equal(own.filter((wait) => wait === 0).length, LOGIN_BACK_OFF.pair.free);
});

Deno.test("[AU12] failures are forgotten after an hour, and memory is bounded meanwhile", () => {
  let nowMs = 0;
  const throttle = new LoginThrottle(() => nowMs, 100);
  for (let i = 0; i < 5_000; i++) admit(throttle, `name ${i}`, `10.1.${i >> 8}.${i & 255}`, false);
  assert.ok(throttle.size <= 300, `${throttle.size} held`);
  nowMs += LOGIN_BACK_OFF.pair.forgetAfterMs;
  admit(throttle, "amina", "203.0.113.7", false).succeeded();
  assert.equal(throttle.size, 0);
});

Deno.test("[AU13] X-Forwarded-For is believed from a trusted proxy alone, and then only what it wrote itself", () => {
  const from = (header: string | null, trustProxy: boolean, hostname = "192.0.2.1") => {
    const headers: HeadersInit = header === null ? {} : { "x-forwarded-for": header };
    return clientAddress(new Request("http://localhost/", { headers }), { hostname }, trustProxy);
  };
  assert.equal(from("198.51.100.9", false), "192.0.2.1");
  assert.equal(from("198.51.100.9", true), "198.51.100.9");
  assert.equal(from("1.2.3.4, 198.51.100.9", true), "198.51.100.9");
  assert.equal(from("1.2.3.4, <script>", true), "192.0.2.1");
  assert.equal(from("", true), "192.0.2.1");
  assert.equal(from(null, true), "192.0.2.1");
  assert.equal(from(null, false, "::ffff:192.0.2.5"), "192.0.2.5");
  assert.equal(clientAddress(new Request("http://localhost/"), {}, false), "unknown");
});

Deno.test("[AU13] an IPv6 subscriber is one address, however many of theirs they use", () => {
  assert.equal(limitedAs("2001:db8:1:2:aaaa::1"), "2001:db8:1:2::/64");
  assert.equal(limitedAs("2001:0db8:1:2::"), "2001:db8:1:2::/64");
  assert.equal(limitedAs("2001:db8::5"), "2001:db8:0:0::/64");
  assert.equal(limitedAs("::1"), "0:0:0:0::/64");
  assert.equal(limitedAs("fe80::1%eth0"), "fe80:0:0:0::/64");
  assert.equal(limitedAs("203.0.113.7"), "203.0.113.7");
  assert.equal(limitedAs("unknown"), "unknown");
});
