import assert from "node:assert/strict";
import type { MemberFeatures } from "../../server/store/cohort_store.ts";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[ST20] what attempts add to a cohort is listed for their exam", async ({ kv }) => {
  const { cohorts, commit } = createStores(kv);
  const features = (index: number): MemberFeatures => ({ key_press_rate: index, mean_dwell: null });
  const members = Array.from({ length: 1_200 }, (_, index) => [`attempt-${index}`, features(index)] as const);
  await cohorts.putMembers("exam", members);
  await cohorts.putMembers("other", [["x", features(-1)]]);
  await cohorts.putMembers("exam", [["attempt-7", features(7_000)]]);
  await commit([cohorts.removeMember("exam", "attempt-8")]);
  const rates = (await cohorts.listMembers("exam")).map(({ key_press_rate }) => Number(key_press_rate));
  assert.equal(rates.length, 1_199);
  assert.equal(Math.max(...rates), 7_000);
  assert.equal(rates.includes(8), false);
});

onEveryStore("[ST20] an exam's cohort has the summary that was written last", async ({ kv }) => {
  const { cohorts, commit } = createStores(kv);
  assert.equal(await cohorts.getSummary("exam"), null);
  for (const attempts of [3, 4]) {
    const features = { mean_dwell: { median: 80, mad: 9.5, n: attempts } };
    const change = cohorts.putSummary("exam", { attempts, features });
    await commit(change.mutations);
    await change.tidy();
    assert.deepEqual(await cohorts.getSummary("exam"), { attempts, features });
  }
});
