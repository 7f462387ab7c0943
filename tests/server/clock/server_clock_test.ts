import assert from "node:assert/strict";
import { type ClockJump, ServerClock, type TimeSources } from "../../../server/clock/server_clock.ts";
import { startClock } from "../../../server/clock/start_clock.ts";
import { pause, resume } from "../../../server/attempts/interventions.ts";
import { isQuiet } from "../../../server/keep_time.ts";
import { createStores } from "../../../server/store/stores.ts";
import { hallTest } from "../../support/hall.ts";

const START = 1_800_000_000_000;
const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A machine whose clocks a test turns. */
class Machine implements TimeSources {
  #passed = 5_000_000;
  #slept = 0;
  aheadMs = 0;

  wall = () => START + this.#passed - 5_000_000 + this.#slept + this.aheadMs;
  monotonic = () => this.#passed;
  uptime = () => Math.floor((this.#passed + this.#slept) / SECOND) * SECOND;

  /** Lets time pass, with a look each half second. @returns How far server time went. */
  pass(clock: ServerClock, ms: number): number {
    const before = clock.now();
    for (let left = ms; left > 0; left -= 500) {
      const last = clock.now();
      this.#passed += Math.min(500, left);
      clock.look();
      assert.ok(clock.now() >= last);
    }
    return clock.now() - before;
  }

  sleep(ms: number): void {
    this.#slept += ms;
  }
}

function heard(clock: ServerClock) {
  const jumps: number[] = [];
  const agreed: boolean[] = [];
  clock.onJump = ({ byMs }: ClockJump) => jumps.push(Math.round(byMs / SECOND));
  clock.onAgreed = (_, isFollowed) => agreed.push(isFollowed);
  return { jumps, agreed };
}

Deno.test("[OP10] a clock that is hours or months ahead or behind for a while moves nothing, and is told once", () => {
  for (const byMs of [2 * HOUR, -2 * HOUR, 300 * DAY, -300 * DAY, 6 * SECOND]) {
    const machine = new Machine();
    const clock = new ServerClock(machine);
    const { jumps, agreed } = heard(clock);
    machine.pass(clock, 10 * SECOND);
    machine.aheadMs = byMs;
    assert.equal(machine.pass(clock, 3 * SECOND), 3 * SECOND);
    assert.deepEqual(jumps, [byMs / SECOND]);
    assert.equal(clock.jump?.byMs, byMs);
    machine.aheadMs = 0;
    assert.equal(machine.pass(clock, HOUR), HOUR);
    assert.deepEqual([jumps.length, agreed, clock.jump], [1, [false], null]);
    assert.equal(clock.now(), machine.wall());
  }
});

Deno.test("[OP11] a clock that is a little fast or slow is followed slowly", () => {
  for (const byMs of [4 * SECOND, -4 * SECOND]) {
    const machine = new Machine();
    const clock = new ServerClock(machine);
    const { jumps } = heard(clock);
    machine.aheadMs = byMs;
    assert.ok(Math.abs(machine.pass(clock, 100 * SECOND) - 100 * SECOND - byMs / 4) <= 10);
    machine.pass(clock, 400 * SECOND);
    assert.ok(Math.abs(clock.now() - machine.wall()) <= 1);
    assert.deepEqual(jumps, []);
  }
});

Deno.test("[OP12] a machine that slept did not jump, and one that slept while its clock was set did", () => {
  const machine = new Machine();
  const clock = new ServerClock(machine);
  const { jumps } = heard(clock);
  machine.sleep(8 * HOUR);
  machine.pass(clock, SECOND);
  assert.ok(Math.abs(clock.now() - machine.wall()) <= SECOND);
  assert.deepEqual(jumps, []);
  machine.sleep(HOUR);
  machine.aheadMs = 2 * HOUR;
  machine.pass(clock, SECOND);
  assert.deepEqual(jumps, [2 * 3_600]);
});

Deno.test("[OP13] a start goes on with the time that was known on the machine, and elsewhere believes it", async () => {
  const kv = await Deno.openKv(":memory:");
  const stores = createStores(kv);
  const machine = new Machine();
  const first = await startClock(stores, machine, "this-start");
  machine.pass(first, 60 * SECOND);
  await stores.clocks.put("this-start", { at: first.now(), uptime: machine.uptime() });
  machine.aheadMs = 300 * DAY;
  const known = await startClock(stores, machine, "this-start");
  assert.ok(Math.abs(known.now() - first.now()) <= SECOND);
  const { jumps } = heard(known);
  known.look();
  assert.equal(jumps.length, 1);
  for (const boot of ["another-start", null]) {
    assert.equal((await startClock(stores, machine, boot)).now(), machine.wall());
  }
  machine.aheadMs = 2 * SECOND;
  assert.equal((await startClock(stores, machine, "this-start")).now(), machine.wall());
  kv.close();
});

Deno.test("[OP14] a clock may be followed when it has stayed for a minute where it jumped to", () => {
  const machine = new Machine();
  const clock = new ServerClock(machine);
  const { agreed } = heard(clock);
  machine.aheadMs = 2 * HOUR;
  machine.pass(clock, 40 * SECOND);
  machine.aheadMs = 3 * HOUR;
  machine.pass(clock, 50 * SECOND);
  assert.equal(clock.canFollow, false);
  machine.pass(clock, 20 * SECOND);
  assert.equal(clock.canFollow, true);
  clock.follow();
  assert.deepEqual([clock.now() - machine.wall(), clock.jump, agreed], [0, null, [true]]);
  assert.equal(machine.pass(clock, SECOND), SECOND);
});

hallTest("[OP14] while an attempt is under way, here or elsewhere, no clock is followed", async (hall) => {
  await hall.exam();
  assert.equal(await isQuiet(hall.services.attempts), true);
  const attempt = await hall.join();
  await attempt.intervene(pause({ by: "amina", now: hall.now, reason: null }));
  assert.equal(await isQuiet(hall.services.attempts), false);
  await attempt.intervene(resume({ by: "amina", now: hall.now, reason: null }));
  const elsewhere = await hall.restarted();
  assert.equal(await isQuiet(elsewhere.services.attempts), false);
  await hall.end(attempt);
  assert.equal(await isQuiet(hall.services.attempts), true);
  assert.equal(await isQuiet(elsewhere.services.attempts), true);
});
