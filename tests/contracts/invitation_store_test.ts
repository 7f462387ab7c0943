import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

const RECORD = {
  username: "amina",
  role: "proctor" as const,
  examIds: ["exam-a"],
  createdAt: 1_000,
  expiresAt: 2_000,
};

onEveryStore(
  "[ST53] an invitation is used up once, by one of those who come at the same moment",
  async ({ kv, another }) => {
    const stores = [createStores(kv), createStores(await another())];
    const [{ invitations, commit }] = stores;
    await commit(invitations.insert("hash", RECORD, 60_000));
    const read = await invitations.get("hash");
    assert.deepEqual(read?.value, RECORD);
    const taken = await Promise.all(
      stores.map((each) => each.commit(each.invitations.take("hash", read?.versionstamp ?? ""))),
    );
    assert.equal(taken.filter((versionstamp) => versionstamp !== null).length, 1);
    assert.equal(await invitations.get("hash"), null);
  },
);
