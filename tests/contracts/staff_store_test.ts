import assert from "node:assert/strict";
import { newStaffRecord } from "../../server/auth/accounts.ts";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

const record = (username: string) =>
  newStaffRecord({ username, role: "proctor", password: "$scrypt$", mustChangePassword: false }, 1_000);

onEveryStore(
  "[ST50] an account is found by its id and by its name in any spelling, and listed by name",
  async ({ kv }) => {
    const { staff, commit } = createStores(kv);
    const [bruno, amina] = [record("Bruno"), record("amina")];
    for (const one of [bruno, amina]) assert.notEqual(await commit(staff.insert(one)), null);
    assert.deepEqual((await staff.get(bruno.staffId))?.record, bruno);
    assert.deepEqual((await staff.byName(" BRUNO "))?.record, bruno);
    assert.equal(await staff.get("nobody"), null);
    assert.equal(await staff.get("x".repeat(3_000)), null);
    assert.equal(await staff.byName("nobody"), null);
    assert.deepEqual((await staff.list()).map(({ username }) => username), ["amina", "bruno"]);
  },
);

onEveryStore("[ST50] a name is taken once, also by instances that come at the same moment", async ({ kv, another }) => {
  const stores = [createStores(kv), createStores(await another())];
  const made = await Promise.all([0, 1, 2, 3].map((index) => {
    const { staff, commit } = stores[index % 2];
    return commit(staff.insert(record("amina")));
  }));
  assert.equal(made.filter((versionstamp) => versionstamp !== null).length, 1);
  assert.equal((await stores[0].staff.list()).length, 1);
});

onEveryStore("[ST51] an account that was changed since it was read is not written over", async ({ kv }) => {
  const { staff, commit } = createStores(kv);
  const amina = record("amina");
  await commit(staff.insert(amina));
  const read = await staff.get(amina.staffId);
  assert.ok(read !== null);
  assert.notEqual(await commit(staff.replace(read, { ...amina, role: "instructor" })), null);
  assert.equal(await commit(staff.replace(read, { ...amina, role: "admin" })), null);
  assert.equal(await commit([staff.unchanged(read)]), null);
  assert.equal((await staff.get(amina.staffId))?.record.role, "instructor");
});

onEveryStore("[ST60] a value that no longer fits is an error that names family, key and field", async ({ kv }) => {
  const { staff } = createStores(kv);
  await kv.set(["staff", "amina-id"], { ...record("amina"), role: "headmaster" });
  await assert.rejects(staff.get("amina-id"), /Cannot read staff at staff\/amina-id in the store: role: /);
  await assert.rejects(staff.list(), RangeError);
});
