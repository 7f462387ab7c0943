import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

const REQUEST = { bodyHash: "body", attemptId: "a1", at: 1_000, isUsed: false };

onEveryStore("[ST61] of the same join that comes twice at the same moment, one is noted", async ({ kv, another }) => {
  const stores = [createStores(kv), createStores(await another())];
  const [{ startRequests, commit }] = stores;
  const noted = await Promise.all(
    stores.map((each) => each.commit(each.startRequests.insert("hash", REQUEST, 60_000))),
  );
  assert.equal(noted.filter((versionstamp) => versionstamp !== null).length, 1);
  assert.deepEqual(await startRequests.get("hash"), REQUEST);
  await commit([startRequests.put("hash", { ...REQUEST, isUsed: true }, 60_000)]);
  assert.equal((await startRequests.get("hash"))?.isUsed, true);
  assert.equal(await startRequests.get("another"), null);
});
