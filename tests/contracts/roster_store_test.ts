import assert from "node:assert/strict";
import type { RosterEntry } from "../../server/store/roster_store.ts";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

const line = (examId: string, name: string): RosterEntry => ({
  examId,
  student: { name },
  attemptId: null,
  isReleased: false,
});

onEveryStore(
  "[ST17] a personal token stands in one roster, and is used by one of those who come",
  async ({ kv, another }) => {
    const stores = [createStores(kv), createStores(await another())];
    const [{ roster, commit }] = stores;
    await commit([...roster.insert("hash", line("exam", "Ada")), ...roster.insert("other", line("exam", "Bo"))]);
    assert.equal(await commit(roster.insert("hash", line("exam-2", "Cy"))), null);
    assert.deepEqual(await roster.hashesOf("exam"), ["hash", "other"]);
    assert.deepEqual(await roster.hashesOf("exam-2"), []);
    const read = await roster.get("hash");
    assert.ok(read !== null);
    const used = await Promise.all(
      stores.map(({ roster, commit }, index) =>
        commit(roster.replace("hash", read.versionstamp, { ...read.value, attemptId: `attempt-${index}` }))
      ),
    );
    assert.equal(
      used.filter((versionstamp) => versionstamp !== null).length,
      1,
    );
  },
);

onEveryStore("[ST17] a line goes under its token and under its exam, unless it was changed", async ({ kv }) => {
  const { roster, commit } = createStores(kv);
  await commit(roster.insert("hash", line("exam", "Ada")));
  const { versionstamp } = await roster.get("hash") ?? { versionstamp: "" };
  await commit([roster.put("hash", { ...line("exam", "Ada"), isReleased: true })]);
  const remove = (seen: string) => commit([roster.unchanged("hash", seen), ...roster.remove("exam", "hash")]);
  assert.equal(await remove(versionstamp), null);
  assert.equal((await roster.get("hash"))?.value.isReleased, true);
  assert.notEqual(await remove((await roster.get("hash"))?.versionstamp ?? ""), null);
  assert.deepEqual([await roster.get("hash"), await roster.hashesOf("exam")], [null, []]);
});
