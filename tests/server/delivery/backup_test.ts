import assert from "node:assert/strict";
import { backUp } from "../../../server/delivery/backup.ts";
import { exportExam } from "../../../server/delivery/export_exam.ts";
import { frozenCopy } from "../../../server/delivery/frozen_copy.ts";
import { restore } from "../../../server/delivery/restore.ts";
import type { Write } from "../../../server/store/mutation.ts";
import { openMigrated } from "../../../server/store/open_migrated.ts";
import { openStore } from "../../../server/store/open_store.ts";
import { createStores } from "../../../server/store/stores.ts";
import { fromTyped, toTyped } from "../../../server/store/typed_value.ts";
import { verifyExport } from "../../../server/delivery/verify_export.ts";
import { Hall, hallTest, typed } from "../../support/hall.ts";

async function bytesOf(lines: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Blob(await Array.fromAsync(lines) as BlobPart[]).arrayBuffer());
}

const streamOf = (bytes: Uint8Array) => () => Promise.resolve(new Blob([bytes as BlobPart]).stream());

Deno.test("[TR10] every type of value that a store holds comes back as it was", () => {
  const values = [
    null,
    undefined,
    true,
    -0,
    NaN,
    -Infinity,
    0.1 + 0.2,
    "ü\ud83d\ude00",
    9_007_199_254_740_993n,
    new Deno.KvU64(18_446_744_073_709_551_615n),
    new Uint8Array([0, 1, 255]),
    new Date(1_800_000_000_000),
    new Map<unknown, unknown>([["a", new Uint8Array([7])], [{ b: 1 }, new Set([1n])]]),
    { $bytes: "an object that looks typed", nested: [{ $x: undefined }] },
    { $u64: "5" },
  ];
  for (const value of values) assert.deepEqual(fromTyped(JSON.parse(JSON.stringify(toTyped(value)))), value);
});

hallTest(
  "[TR11] a store restored from a backup has every attempt, its log fits, and its students go on",
  async (hall) => {
    const exam = await hall.exam();
    const attempt = await hall.join();
    await hall.sit(attempt, "steady", 3, 20_000);
    await hall.append(attempt, Array.from({ length: 15 }, (_, index) => typed(21_000 + index, "ü".repeat(5_000))));
    await hall.services.attempts.drained();
    const { receipt, answers } = { receipt: attempt.head.chain, answers: attempt.folded.sheet.toAnswers() };

    const kv = await Deno.openKv(":memory:");
    try {
      const backup = await bytesOf(backUp(hall.stores.whole, hall.now));
      assert.ok(await restore(createStores(kv).whole, streamOf(backup)) > 20);
      const again = await Hall.open(kv);
      again.now = hall.now + 5_000;
      const restored = await again.services.attempts.open(attempt.attemptId);
      assert.equal(restored.head.chain, receipt);
      assert.deepEqual(restored.folded.sheet.toAnswers(), answers);
      assert.equal(await again.services.exams.countAttempts(exam.examId), 1);
      await again.append(restored, [typed(22_000, "more")]);
      await again.end(restored);
      const file = await bytesOf(exportExam(createStores(kv), exam, () => again.now));
      assert.equal((await verifyExport(new Blob([file as BlobPart]).stream())).misfit, null);
    } finally {
      kv.close();
    }
  },
);

hallTest("[TR12] a backup is restored into an empty store only, and only where all of it fits", async (hall) => {
  await hall.exam();
  await hall.join();
  const backup = await bytesOf(backUp(hall.stores.whole, hall.now));
  await assert.rejects(restore(hall.stores.whole, streamOf(backup)), /not empty/);
  const kv = await Deno.openKv(":memory:");
  try {
    const changed = backup.slice();
    changed[backup.length >> 1] ^= 4;
    await assert.rejects(restore(createStores(kv).whole, streamOf(changed)), /line \d+ is not the one/);
    await assert.rejects(
      restore(createStores(kv).whole, streamOf(backup.slice(0, backup.lastIndexOf(10, backup.length - 2) + 1))),
      /cut off/,
    );
    assert.equal((await Array.fromAsync(kv.list({ prefix: [] }))).length, 0);
  } finally {
    kv.close();
  }
});

hallTest("[TR13] a backup taken while students write holds each attempt whole, as of its head", async (hall) => {
  const exam = await hall.exam();
  const attempts = await Promise.all(["Ada", "Bo", "Cy"].map((name) => hall.join(name)));
  for (const attempt of attempts) await hall.append(attempt, [typed(10)]);
  const lines: Uint8Array[] = [];
  for await (const line of backUp(hall.stores.whole, hall.now)) {
    lines.push(line);
    for (const attempt of attempts) await hall.append(attempt, [typed(attempt.head.lastT + 10)]);
    if (lines.length === 12) await hall.join("Late");
  }
  const kv = await Deno.openKv(":memory:");
  try {
    await restore(createStores(kv).whole, () => Promise.resolve(new Blob(lines as BlobPart[]).stream()));
    const file = await bytesOf(exportExam(createStores(kv), exam, () => hall.now));
    const verdict = await verifyExport(new Blob([file as BlobPart]).stream());
    assert.equal(verdict.misfit, null);
    // Who joined meanwhile is in it or not; whoever is, is whole.
    assert.ok(verdict.counts.attempts >= 3);
  } finally {
    kv.close();
  }
});

Deno.test("[TR14] a store in a file is copied as of one moment while a server writes to it", async () => {
  const folder = await Deno.makeTempDir();
  const kv = await Deno.openKv(`${folder}/live.kv`);
  try {
    let written = 0;
    let isWriting = true;
    const underWay = Promise.withResolvers<void>();
    const writer = (async () => {
      // Two keys in one atomic, far apart in the order: any mixture of moments shows.
      while (isWriting) {
        written++;
        await kv.atomic().set(["a"], written).set(["z"], written).set(["m", written], new Uint8Array(2_000)).commit();
        if (written === 3) underWay.resolve();
      }
    })();
    await underWay.promise;
    frozenCopy(`${folder}/live.kv`, `${folder}/copy.kv`);
    isWriting = false;
    await writer;
    const copy = await Deno.openKv(`${folder}/copy.kv`);
    const first = (await copy.get<number>(["a"])).value ?? 0;
    assert.ok(first > 0);
    assert.equal((await copy.get(["z"])).value, first);
    assert.equal((await Array.fromAsync(copy.list({ prefix: ["m"] }))).length, first);
    copy.close();
  } finally {
    kv.close();
    await Deno.remove(folder, { recursive: true });
  }
});

hallTest("[ST83] a store whose restore was killed opens for nobody, until it is restored again", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  await hall.sit(attempt, "steady", 3, 5_000);
  await hall.services.attempts.drained();
  const backup = await bytesOf(backUp(hall.stores.whole, hall.now));
  const folder = await Deno.makeTempDir();
  const settings = { kv: `${folder}/restored.kv`, isKvRemote: false, isOnDeploy: false };
  try {
    const kv = await openStore(settings);
    const { whole } = createStores(kv);
    await assert.rejects(whole.fill(cutOff(whole.restore({ key: ["exam", "left-over"], value: "x" }))), /killed/);
    await assert.rejects(whole.requireRestored(), /has not ended/);
    kv.close();
    await assert.rejects(
      openMigrated(settings, () => {}),
      (error) => error instanceof RangeError && /a restore into this store has not ended/.test(error.message),
    );
    const again = await openStore(settings);
    await restore(createStores(again).whole, streamOf(backup));
    again.close();
    const restored = await openMigrated(settings, () => {});
    const stored = await createStores(restored).attempts.get(attempt.attemptId);
    assert.equal(stored?.head.chain, attempt.head.chain);
    assert.equal((await restored.get(["exam", "left-over"])).versionstamp, null);
    restored.close();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

/** One write, and then the end of the process. */
async function* cutOff(write: Write): AsyncGenerator<Write> {
  for (let n = 0; n < 600; n++) yield write;
  await Promise.reject(new Error("killed"));
}
