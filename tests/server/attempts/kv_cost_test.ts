import assert from "node:assert/strict";
import { hallTest } from "../../support/hall.ts";
import { meter } from "../../support/kv_meter.ts";

/** What docs/capacity.md counts with, for each batch of a second; a change of these is a change there. */
const MUTATIONS_A_BATCH = 1.1;
const BYTES_A_BATCH = 1_000;

hallTest("[CL21] a batch costs one write and a share of a few others, and reads nothing", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  await hall.stores.ownLog.openFence();
  const minutes = 10;
  const use = meter(hall.kv);
  await hall.sit(attempt, "steady", 11, minutes * 60_000);
  await attempt.settled();
  await hall.services.attempts.snapshots.drained();
  const batches = attempt.head.lastSeq;
  if (Deno.env.get("KV_COST") !== undefined) console.log(batches, JSON.stringify(use, null, 1));
  assert.ok(batches > 30 * minutes);
  assert.ok(use.mutations / batches < MUTATIONS_A_BATCH, `${use.mutations / batches} mutations a batch`);
  assert.ok(use.bytes / batches < BYTES_A_BATCH, `${use.bytes / batches} bytes a batch`);
  assert.equal(use.reads, 0);
});
