import assert from "node:assert/strict";
import { Instances } from "../../../server/cluster/instances.ts";
import { createStores } from "../../../server/store/stores.ts";

Deno.test("[OP16] instances know how far their clocks are apart, and believe no word of a dead one", async () => {
  const kv = await Deno.openKv(":memory:");
  const { instances: store } = createStores(kv);
  let now = 0;
  const made = [0, 90_000].map((aheadMs, index) =>
    new Instances(store, `instance-${index}`, () => now, () => 1_800_000_000_000 + now + aheadMs)
  );
  await store.put("dead", { beat: 9, rooms: [], at: 5 });
  for (let beats = 0; beats < 3; beats++) {
    now += 1_000;
    for (const instance of made) await instance.beat();
  }
  const spreads = made.map(({ clockSpreadMs }) => clockSpreadMs);
  assert.ok(spreads.every((spread) => Math.abs(spread - 90_000) <= 1_000), JSON.stringify(spreads));
  now += 10_000;
  await made[1].stop();
  await made[0].beat();
  now += 10_000;
  await made[0].beat();
  assert.equal(made[0].clockSpreadMs, 0);
  await made[0].stop();
  kv.close();
});
