import assert from "node:assert/strict";
import { Lease, LEASE_MS } from "../../server/store/lease.ts";
import { commit, set } from "../../server/store/mutation.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[CL10] a lease has one holder, and goes on to another when it is not renewed", async ({ kv }) => {
  let now = 0;
  const one = new Lease(kv, "job", "one", () => now);
  const two = new Lease(kv, "job", "two", () => now);
  assert.notEqual(await one.take(), null);
  assert.equal(await two.take(), null);
  for (let turn = 0; turn < 3; turn++) {
    now += LEASE_MS - 1;
    assert.notEqual(await one.take(), null);
    assert.equal(await two.take(), null);
  }
  now += LEASE_MS + 1;
  assert.notEqual(await two.take(), null);
  assert.equal(await one.take(), null);
});

onEveryStore("[CL11] a holder who slept through its lease writes nothing", async ({ kv }) => {
  let now = 0;
  const one = new Lease(kv, "job", "one", () => now);
  const two = new Lease(kv, "job", "two", () => now);
  const fence = await one.take();
  assert.ok(fence !== null);
  assert.equal(await two.take(), null);
  now += LEASE_MS + 1;
  const newer = await two.take();
  assert.ok(newer !== null);
  assert.equal(await commit(kv, [fence, set(["done"], "one")]), null);
  assert.notEqual(await commit(kv, [newer, set(["done"], "two")]), null);
});

onEveryStore("[CL10] of instances that come at the same moment, one gets the lease", async ({ kv }) => {
  const leases = Array.from({ length: 10 }, (_, index) => new Lease(kv, "job", `instance ${index}`, () => 0));
  const taken = await Promise.all(leases.map((lease) => lease.take()));
  assert.equal(taken.filter((fence) => fence !== null).length, 1);
});

onEveryStore("[CL10] a lease that was given back can be taken at once", async ({ kv }) => {
  const one = new Lease(kv, "job", "one", () => 0);
  const two = new Lease(kv, "job", "two", () => 0);
  await one.take();
  await two.release();
  assert.equal(await two.take(), null);
  await one.release();
  assert.notEqual(await two.take(), null);
});
