import assert from "node:assert/strict";
import { SETTLE_EVERY } from "../../../server/attempts/attempt_commits.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { LogRetirement } from "../../../server/attempts/retire_logs.ts";
import { removeEverything } from "../../../server/retention/remove_attempt.ts";
import { set } from "../../../server/store/mutation.ts";
import { createStores } from "../../../server/store/stores.ts";
import { alarmingBatches } from "../../support/alarming_session.ts";
import { Hall, hallTest, refusalOf, typed } from "../../support/hall.ts";

/** Another instance over the same store, without a word to the one before: as after `kill -9`. */
async function afterKill(hall: Hall): Promise<Hall> {
  const next = await Hall.open(hall.kv);
  next.now = hall.now;
  return next;
}

async function write(hall: Hall, attempt: LiveAttempt, batches: number): Promise<void> {
  for (let batch = 0; batch < batches; batch++) {
    hall.now += 1_000;
    const t = (attempt.head.lastSeq + 1) * 1_000;
    await hall.append(attempt, [typed(t, "x")]);
  }
}

hallTest("[CL28] what a killed instance wrote last is shown and taken over to the last batch", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  await write(hall, attempt, SETTLE_EVERY + 9);
  const { attemptId, head } = attempt;
  const written = await hall.stores.attempts.getWrittenHead(attemptId);
  assert.ok((written?.head.lastSeq ?? 0) < head.lastSeq, "the newest lie in the instance's log alone");
  assert.deepEqual((await hall.stores.attempts.getHead(attemptId))?.head, head, "here they are known");

  const next = await afterKill(hall);
  const view = await next.services.attempts.view(attemptId);
  const { unsettledFrom: _, ...known } = head;
  const { unsettledFrom: __, ...seen } = view.head;
  assert.deepEqual(seen, known, "whoever looks sees all, and disturbs nobody");
  assert.equal(view.folded.sheet.toAnswers().q1, attempt.folded.sheet.toAnswers().q1);

  const stored = await next.services.attempts.stored(attemptId);
  assert.deepEqual(
    [stored?.head.n, stored?.head.chain, stored?.head.lastHash, stored?.head.risk.risk],
    [head.n, head.chain, head.lastHash, head.risk.risk],
  );
  const log = await Array.fromAsync(next.stores.log.read(attemptId), ({ entry }) => entry.n);
  assert.deepEqual(log, Array.from({ length: head.n }, (_, index) => index + 1));

  const taken = await next.services.attempts.open(attemptId);
  const { unsettledFrom: ___, writer, ...after } = taken.head;
  assert.deepEqual({ ...after, writer: { ...head.writer } }, known);
  assert.deepEqual(writer, { instance: next.services.attempts.instance, epoch: head.writer.epoch + 1 });
  assert.equal(taken.folded.report?.risk, attempt.folded.report?.risk);
  await write(next, taken, 3);
  assert.equal(taken.head.lastSeq, head.lastSeq + 3);
  assert.equal(await refusalOf(hall.append(attempt, [typed(900_000)])), "unavailable");
});

hallTest("[CL29] who loses one attempt goes on with all others", async (hall) => {
  await hall.exam();
  const attempts = await Promise.all(["Ada", "Bo", "Cy"].map((name) => hall.join(name)));
  for (const attempt of attempts) await write(hall, attempt, 3);
  const other = await afterKill(hall);
  await other.services.attempts.open(attempts[1].attemptId);
  const done = await Promise.all(
    attempts.map((attempt) => refusalOf(hall.append(attempt, [typed((attempt.head.lastSeq + 1) * 1_000)]))),
  );
  assert.deepEqual(done, ["done", "unavailable", "done"]);
  assert.deepEqual(attempts.map(({ isLost }) => isLost), [false, true, false]);
  const back = await hall.services.attempts.openFresh(attempts[1].attemptId);
  await write(hall, back, 2);
  assert.equal(back.head.lastSeq, 5);
});

hallTest("[CL30] an instance whose log was retired writes nothing of what it has in memory", async (hall) => {
  await hall.exam();
  const attempts = await Promise.all(["Ada", "Bo"].map((name) => hall.join(name)));
  for (const attempt of attempts) await write(hall, attempt, 3);
  await hall.stores.retireLog(hall.stores.ownLog.id);
  for (const attempt of attempts) {
    assert.equal(await refusalOf(hall.append(attempt, [typed(4_000)])), "unavailable");
    const back = await hall.services.attempts.openFresh(attempt.attemptId);
    await write(hall, back, 2);
    assert.equal(back.head.lastSeq, 5);
  }
});

hallTest("[CL31] what guarded the log of an instance that ended without a word goes, and no other's", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  await write(hall, attempt, 3);
  const { stores } = await afterKill(hall);
  const retirement = new LogRetirement(stores);
  const there = createStores(hall.kv, "there");
  await there.ownLog.openFence();
  let beat = 0;
  const look = async () => {
    await there.instances.put("there", { beat: ++beat, rooms: [] });
    return await retirement.look();
  };
  assert.deepEqual([await look(), await look(), await look()], [[], [hall.stores.ownLog.id], []]);
  assert.deepEqual(await stores.fencedLogs(), ["there"]);
  assert.equal(await refusalOf(hall.append(attempt, [typed(4_000)])), "unavailable");
});

hallTest("[CL31] who stops in good order leaves nothing beyond the heads", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  await write(hall, attempt, 5);
  await hall.services.attempts.drained();
  await hall.stores.retireLog(hall.stores.ownLog.id);
  const { head } = await hall.stores.attempts.getWrittenHead(attempt.attemptId) ?? assert.fail();
  assert.deepEqual([head.lastSeq, head.unsettledFrom], [5, undefined]);
  for (const family of ["log_fence", "log_claim"]) {
    assert.deepEqual(await Array.fromAsync(hall.kv.list({ prefix: [family] })), []);
  }
  const next = await afterKill(hall);
  assert.equal((await next.services.attempts.open(attempt.attemptId)).head.lastSeq, 5);
  assert.deepEqual(await Array.fromAsync(hall.kv.list({ prefix: ["log_claim"] })), [], "nobody had to be asked");
});

hallTest("[CL28] heads follow at once where lists must know: another level, a student who leaves", async (hall) => {
  await hall.exam();
  const [quiet, alarming] = await Promise.all(["Ada", "Bo"].map((name) => hall.join(name)));
  const { attempts } = hall.services;
  const writtenSeq = async ({ attemptId }: LiveAttempt) =>
    (await hall.stores.attempts.getWrittenHead(attemptId))?.head.lastSeq;
  await write(hall, quiet, 4);
  assert.equal(await writtenSeq(quiet), 1);
  attempts.hold(quiet);
  attempts.release(quiet);
  await quiet.settled();
  await hall.stores.commit([]);
  await attempts.snapshots.drained();
  assert.equal(await writtenSeq(quiet), 4);
  for (const events of alarmingBatches()) {
    const before = alarming.head.risk.level;
    hall.now += 2_000;
    await hall.append(alarming, events);
    if (alarming.head.risk.level !== before) assert.equal(await writtenSeq(alarming), alarming.head.lastSeq);
  }
  assert.notEqual(alarming.head.risk.level, "low");
});

hallTest("[CL28] a backup of a store whose server was killed holds every batch", async (hall) => {
  await hall.exam();
  const [ada, bo] = await Promise.all(["Ada", "Bo"].map((name) => hall.join(name)));
  await write(hall, ada, 7);
  await write(hall, bo, SETTLE_EVERY + 3);
  const kv = await Deno.openKv(":memory:");
  try {
    const { whole } = createStores(kv);
    const lines = await Array.fromAsync(createStores(hall.kv).whole.read());
    await whole.fill(ReadableStream.from(lines.map((line) => whole.restore(line))));
    const restored = await Hall.open(kv);
    for (const { attemptId, head } of [ada, bo]) {
      const taken = await restored.services.attempts.open(attemptId);
      assert.deepEqual([taken.head.n, taken.head.chain, taken.head.lastSeq], [head.n, head.chain, head.lastSeq]);
    }
  } finally {
    kv.close();
  }
});

hallTest(
  "[CL28] where an attempt is removed, its batches go from the logs of all instances that wrote it",
  async (hall) => {
    await hall.exam();
    const attempt = await hall.join();
    const other = await hall.join("Bo");
    await write(hall, attempt, SETTLE_EVERY + 3);
    await write(hall, other, 3);
    const next = await afterKill(hall);
    const { attemptId } = attempt;
    const taken = await next.services.attempts.open(attemptId);
    await write(next, taken, 5);
    await next.end(taken);
    await next.services.attempts.drained();
    const line = set(["audit", "line"], true);
    await removeEverything(next.services.attempts, attemptId, { cause: "erasure", now: next.now, fence: null, line });
    const keys = await Array.fromAsync(hall.kv.list({ prefix: ["log"] }), ({ key }) => key);
    assert.ok(keys.every((key) => key[3] === other.attemptId), "nothing of it is left");
    assert.ok(keys.length > 0);
  },
);
