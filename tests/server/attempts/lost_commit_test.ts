import assert from "node:assert/strict";
import { type Hall, hallTest, refusalOf, typed } from "../../support/hall.ts";
import type { LossReason } from "../../../server/attempts/attempt_commits.ts";
import { claim } from "../../../server/store/instance_log.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";

/** Notes why an attempt is lost. */
function losses(hall: Hall): LossReason[] {
  const reasons: LossReason[] = [];
  hall.services.attempts.observer = { committed: () => {}, lost: (_, reason) => reasons.push(reason) };
  return reasons;
}

/** Puts something between the next commit and its answer. */
function atNextCommit(hall: Hall, change: (commit: () => Promise<unknown>) => Promise<void>): void {
  const { atomic } = hall.kv;
  hall.kv.atomic = () => {
    hall.kv.atomic = atomic;
    const operation = atomic.call(hall.kv);
    const { commit } = operation;
    operation.commit = async () => {
      await change(() => commit.call(operation));
      return await commit.call(operation);
    };
    return operation;
  };
}

async function begin(hall: Hall): Promise<LiveAttempt> {
  await hall.exam();
  const attempt = await hall.join();
  await hall.append(attempt, [typed(1_000)]);
  return attempt;
}

hallTest("[CL14] a commit that the store's client sent twice, and was then refused, is stored", async (hall) => {
  const attempt = await begin(hall);
  const reasons = losses(hall);
  atNextCommit(hall, async (commit) => void await commit());
  await hall.append(attempt, [typed(2_000)]);
  await hall.append(attempt, [typed(3_000)]);
  assert.deepEqual([attempt.head.lastSeq, reasons], [3, []]);
});

hallTest("[CL15] a commit behind another instance's take-over writes nothing, and is told apart", async (hall) => {
  const attempt = await begin(hall);
  const reasons = losses(hall);
  const { attemptId } = attempt;
  atNextCommit(hall, async () => {
    const { attempts, commit, ownLog } = hall.stores;
    const stored = await attempts.getWrittenHead(attemptId);
    assert.ok(stored !== null);
    const { head, versionstamp } = stored;
    const taken = { ...head, writer: { instance: "other", epoch: head.writer.epoch + 1 } };
    assert.ok(await commit(claim(ownLog.id, attemptId, taken.writer.epoch)));
    assert.ok(await commit(attempts.replaceHead(attemptId, versionstamp, taken)));
  });
  assert.equal(await refusalOf(hall.append(attempt, [typed(2_000)])), "unavailable");
  assert.deepEqual(reasons, ["taken"]);
  assert.equal((await hall.stores.attempts.getHead(attemptId))?.head.lastSeq, 1);
});

hallTest("[CL16] a store that does not answer is no take-over: the student may come back", async (hall) => {
  const attempt = await begin(hall);
  const reasons = losses(hall);
  atNextCommit(hall, () => Promise.reject(new Error("The connection was reset")));
  assert.equal(await refusalOf(hall.append(attempt, [typed(2_000)])), "unavailable");
  assert.deepEqual(reasons, ["unavailable"]);
  assert.equal((await hall.services.attempts.openFresh(attempt.attemptId)).head.lastSeq, 1);
});

hallTest("[CL2] what is left in memory of an attempt that another instance wrote is not shown again", async (hall) => {
  const attempt = await begin(hall);
  const elsewhere = await hall.restarted();
  const there = await elsewhere.services.attempts.openFresh(attempt.attemptId);
  await elsewhere.append(there, [typed(2_000)]);
  const back = await hall.services.attempts.openFresh(attempt.attemptId);
  assert.deepEqual([back.head.lastSeq, attempt.isLost], [2, true]);
  await hall.append(back, [typed(3_000)]);
  assert.equal(await refusalOf(elsewhere.append(there, [typed(3_000)])), "unavailable");
});
