import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore(
  "[ST57] each instance's last heartbeat is seen by the others until it is removed",
  async ({ kv, another }) => {
    const [here, there] = [createStores(kv).instances, createStores(await another()).instances];
    await here.put("one", { beat: 1, rooms: [] });
    await here.put("one", { beat: 2, rooms: ["exam"] });
    await there.put("two", { beat: 7, rooms: [] });
    const both = [
      { instanceId: "one", record: { beat: 2, rooms: ["exam"] } },
      { instanceId: "two", record: { beat: 7, rooms: [] } },
    ];
    assert.deepEqual(await here.list(), both);
    assert.deepEqual(await there.list(), both);
    await there.remove("one");
    assert.deepEqual(await here.list(), both.slice(1));
  },
);
