import assert from "node:assert/strict";
import { Refusal } from "../../server/errors.ts";
import { SocketLimits } from "../../server/socket_limits.ts";

const HALL = "198.51.100.1";

/** Enters with a socket that says when it is dropped. */
function enter(limits: SocketLimits, address: string, dropped: () => void = () => {}) {
  using place = limits.enter(address);
  place.holdFor(() => {
    place.leave();
    dropped();
  });
  return place;
}

Deno.test("[ED13] of sockets without a hello an address keeps a hundred; the oldest go, and none in its first two seconds", () => {
  let now = 0;
  const limits = new SocketLimits(5_000, () => now);
  let dropped = 0;
  for (let i = 0; i < 200; i++) enter(limits, HALL, () => dropped++);
  assert.equal(dropped, 0);
  now = 2_000;
  for (let i = 0; i < 150; i++) enter(limits, HALL, () => dropped++);
  assert.equal(dropped, 150);
  // Another address, whose sockets are few, loses none.
  enter(limits, "198.51.100.2", () => assert.fail("dropped"));
});

Deno.test("[ED13] sockets without a hello take no seat, and a hall that comes back at once is let in whole", () => {
  let now = 0;
  const limits = new SocketLimits(5_000, () => now);
  for (let i = 0; i < 200; i++) enter(limits, HALL);
  now = 60_000;
  const hall = Array.from({ length: 4_900 }, () => enter(limits, HALL, () => assert.fail("dropped")));
  for (const place of hall) {
    place.spoke();
    place.seat();
  }
  assert.equal(limits.size, 4_900);
});

Deno.test("[ED13] of all silent sockets a thousand are kept, however many addresses they come from", () => {
  let now = 0;
  const limits = new SocketLimits(5_000, () => now);
  for (let i = 0; i < 3_000; i++) {
    enter(limits, `10.0.${i >> 6}.${i & 63}`);
    now += 10;
  }
  assert.ok(limits.size <= 1_000 + 200, `${limits.size} are kept`);
});

Deno.test("[ED8] seats are counted by address, refused beyond the limit, and come back once", () => {
  const limits = new SocketLimits(2, () => 0);
  const places = [enter(limits, HALL), enter(limits, HALL)];
  for (const place of places) place.seat();
  assert.throws(() => limits.enter(HALL), Refusal);
  enter(limits, "198.51.100.2").seat();
  for (const place of [...places, ...places]) place.leave();
  assert.equal(limits.size, 1);
  {
    using _unheld = limits.enter(HALL);
    assert.equal(limits.size, 2);
  }
  assert.equal(limits.size, 1);
});
