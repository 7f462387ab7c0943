import assert from "node:assert/strict";
import { decideFlag, raiseFlag } from "../../../server/review/flags.ts";
import { giveVerdict } from "../../../server/review/give_verdict.ts";
import { ExamReports } from "../../../server/review/report/exam_report.ts";
import type { Exam } from "../../../server/store/exam_store.ts";
import { Hall, hallTest, typed } from "../../support/hall.ts";
import { meter } from "../../support/kv_meter.ts";

/** Three attempts: one with two decided flags, one with a verdict, one under way. */
async function sat(hall: Hall) {
  const exam = await hall.exam();
  const [ada, bo, cy] = [await hall.join("Ada"), await hall.join("Bo"), await hall.join("Cy")];
  for (const attempt of [ada, bo, cy]) await hall.append(attempt, [typed(10, "An essay.")]);
  for (const state of ["confirmed", "dismissed"] as const) {
    const raised = { t: 10, at: hall.now, by: "amina", note: "Look here." };
    const { flag_id } = await raiseFlag(ada, hall.stores.flags, raised);
    await decideFlag(ada, hall.stores.flags, { flagId: flag_id, state, by: "bea", now: hall.now });
  }
  await hall.end(ada);
  await hall.end(bo);
  const verdict = { verdict: "satisfactory" as const, reasons: [], note: "", by: "amina", now: hall.now };
  await giveVerdict(bo, hall.stores, verdict);
  return { exam, ids: [ada, bo, cy].map(({ attemptId }) => attemptId) };
}

const reportOf = async (hall: Hall, exam: Exam) => {
  const { key: _key, ...report } = await new ExamReports(hall.services.attempts).of(exam);
  return { ...report, madeAt: 0 };
};

hallTest(
  "[RV49] an exam's report says the same from memory, from snapshots alone, and from the entries behind them",
  async (hall) => {
    const { exam, ids } = await sat(hall);
    const told = await reportOf(hall, exam);
    const ofAda = told.rows.find(({ name }) => name === "Ada");
    assert.deepEqual([ofAda?.confirmed, ofAda?.dismissed, ofAda?.flags], [1, 1, 0]);
    assert.deepEqual(told.handled.map(({ by, flags, verdicts, attempts }) => [by, flags, verdicts, attempts]), [
      ["amina", 2, 1, 2],
      ["bea", 2, 0, 1],
    ]);

    const next = await hall.restarted();
    assert.deepEqual(await reportOf(next, exam), told);
    const early = await Promise.all(ids.map(async (id) => (await next.stores.snapshots.get(id)).snapshot));
    for (const id of ids) await next.stores.snapshots.remove(id);
    assert.deepEqual(await reportOf(next, exam), told);

    // A verdict and a flag behind the snapshots.
    const third = await Hall.open(hall.kv);
    const verdict = { verdict: "satisfactory" as const, reasons: [], note: "", by: "bea", now: hall.now };
    await giveVerdict(await third.services.attempts.open(ids[0]), third.stores, verdict);
    await third.services.attempts.drained();
    for (const [index, id] of ids.entries()) {
      const snapshot = early[index];
      assert.ok(snapshot);
      await hall.stores.commit(hall.stores.snapshots.put(id, snapshot).mutations);
    }
    const after = await reportOf(await Hall.open(hall.kv), exam);
    assert.deepEqual(after, await reportOf(third, exam));
    assert.deepEqual(after.rows.map(({ verdicts }) => verdicts).toSorted(), [0, 1, 1]);
  },
);

hallTest(
  "[RV49] it reads no log where snapshots are of the logs' ends, and is read once for all who ask",
  async (hall) => {
    const { exam, ids } = await sat(hall);
    const told = await reportOf(hall, exam);
    const next = await hall.restarted();
    for (const id of ids) await next.stores.log.removeAll(id);
    assert.deepEqual(await reportOf(next, exam), told);
    const reports = new ExamReports(next.services.attempts);
    const use = meter(hall.kv);
    await reports.of(exam);
    const once = use.reads;
    const all = await Promise.all([1, 2, 3, 4].map(() => reports.of(exam)));
    assert.equal(use.reads, 2 * once);
    assert.ok(all.every((one) => one === all[0]));
  },
);

hallTest("[RV49] what people say of an attempt that is over brings its snapshot along", async (hall) => {
  const { ids } = await sat(hall);
  const [ada, bo] = await Promise.all(ids.map((id) => hall.services.attempts.open(id)));
  const { flag_id } = await raiseFlag(ada, hall.stores.flags, { t: 10, at: hall.now, by: "amina", note: "" });
  await decideFlag(ada, hall.stores.flags, { flagId: flag_id, state: "dismissed", by: "bea", now: hall.now });
  const verdict = { verdict: "not_reviewed" as const, reasons: [], note: "", by: "amina", now: hall.now };
  await giveVerdict(bo, hall.stores, verdict);
  await hall.services.attempts.snapshots.drained();
  for (const { attemptId, head } of [ada, bo]) {
    const { snapshot } = await hall.stores.snapshots.get(attemptId);
    assert.equal(snapshot?.n, head.n);
  }
});
