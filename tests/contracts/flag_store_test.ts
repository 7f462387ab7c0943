import assert from "node:assert/strict";
import type { Flag } from "../../protocol/flag.ts";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

const flag = (flag_id: string, attempt_id: string, t: number): Flag => ({
  flag_id,
  attempt_id,
  t,
  at: 1_800_000_000_000,
  by: "amina",
  note: "",
  state: "open",
});

onEveryStore(
  "[ST21] an attempt's flags come in the order of their moments, each as it was decided last",
  async ({ kv }) => {
    const { flags, commit } = createStores(kv);
    const all = [flag("a", "one", 900), flag("b", "one", 100), flag("c", "one", 400), flag("d", "two", 1)];
    await commit(all.map((each) => flags.put("exam", each)));
    await commit([flags.put("exam", { ...all[2], state: "confirmed" })]);
    assert.deepEqual(await flags.list("exam", "one"), [all[1], { ...all[2], state: "confirmed" }, all[0]]);
    assert.deepEqual(await flags.get("exam", "two", "d"), all[3]);
    const none = [
      flags.get("exam", "two", "a"),
      flags.get("other", "two", "d"),
      flags.get("exam", "two", "x".repeat(3_000)),
    ];
    assert.deepEqual(await Promise.all(none), [null, null, null]);
  },
);

onEveryStore("[ST21] an exam's flags are those of all its attempts, and of no other exam's", async ({ kv }) => {
  const { flags, commit } = createStores(kv);
  await commit([
    flags.put("exam", flag("a", "one", 1)),
    flags.put("exam", flag("b", "two", 2)),
    flags.put("exam2", flag("c", "one", 3)),
  ]);
  assert.deepEqual((await flags.ofExam("exam")).map(({ flag_id }) => flag_id).sort(), ["a", "b"]);
  assert.deepEqual(await flags.ofExam("none"), []);
});

onEveryStore("[ST22] all flags of an attempt are removed, and no other's", async ({ kv }) => {
  const { flags, commit } = createStores(kv);
  await commit([flags.put("exam", flag("a", "one", 1)), flags.put("exam", flag("b", "two", 1))]);
  await flags.removeAll("exam", "one");
  assert.deepEqual(await flags.list("exam", "one"), []);
  assert.equal((await flags.list("exam", "two")).length, 1);
});
