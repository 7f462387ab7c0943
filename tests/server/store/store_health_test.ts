import assert from "node:assert/strict";
import { StoreHealth } from "../../../server/store/store_health.ts";

Deno.test("[CL23] a store is lost when it fails twice in a row, and back with the first answer", async () => {
  const kv = await Deno.openKv(":memory:");
  let now = 0;
  const health = new StoreHealth(kv, "one", () => now);
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
