import assert from "node:assert/strict";
import { StoreHealth } from "../../../server/store/store_health.ts";

Deno.test("[CL23] a store is lost when it fails twice in a row, and back with the first answer", async () => {
  const kv = await Deno.openKv(":memory:");
  let now = 0;
  const health = new StoreHealth(kv, () => now);
  const said: boolean[] = [];
  health.onChange = (isUp) => said.push(isUp);
  const { set } = kv;
  const look = async (works: boolean): Promise<boolean> => {
    now += 1_000;
    kv.set = works ? set : () => Promise.reject(new Error("The connection was refused"));
    await health.look();
    return health.isUp;
  };
  assert.equal(await look(true), true);
  assert.equal(await look(false), true);
  assert.equal(await look(true), true);
  assert.equal(await look(false), true);
  assert.equal(await look(false), false);
  assert.equal(await look(false), false);
  assert.equal(await look(true), true);
  assert.deepEqual(said, [false, true]);
  kv.close();
});

Deno.test("[CL23] a store that answers other work is not lost because a probe waits its turn", async () => {
  const kv = await Deno.openKv(":memory:");
  let now = 0;
  const health = new StoreHealth(kv, () => now);
  const look = async (heard: boolean): Promise<boolean> => {
    now += 1_000;
    kv.set = () => {
      if (heard) health.heard();
      return Promise.reject(new Error("not within 2000 ms"));
    };
    await health.look();
    return health.isUp;
  };
  for (let looks = 0; looks < 5; looks++) assert.equal(await look(true), true);
  assert.equal(await look(false), true);
  assert.equal(await look(false), false);
  kv.close();
});

Deno.test("[CL25] one look at a time, each under a key of its own, which is gone afterwards", async () => {
  const kv = await Deno.openKv(":memory:");
  const health = new StoreHealth(kv, () => 0);
  const { set } = kv;
  const keys = new Set<string>();
  let underWay = 0;
  let most = 0;
  kv.set = async (key, ...rest) => {
    keys.add(JSON.stringify(key));
    most = Math.max(most, ++underWay);
    const done = await set.call(kv, key, ...rest);
    underWay--;
    return done;
  };
  for (let round = 0; round < 3; round++) await Promise.all([health.look(), health.look(), health.look()]);
  assert.deepEqual([most, keys.size, health.isReady], [1, 3, true]);
  assert.deepEqual(await Array.fromAsync(kv.list({ prefix: [] })), []);
  kv.close();
});
