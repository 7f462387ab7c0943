import assert from "node:assert/strict";
import { HeldBatches } from "../../../islands/link/held_batches.ts";
import { MemoryOutboxStore } from "../../../islands/link/memory_outbox_store.ts";
import { type HeldBatch, Outbox } from "../../../islands/link/outbox.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";

/** A disk that is busy: what is numbered anew is written once a test says so. */
class BusyDisk extends MemoryOutboxStore {
  write: () => Promise<void> = () => Promise.resolve();

  override replaceBatches(attemptId: string, batches: readonly HeldBatch[]): Promise<void> {
    const copies = batches.map((batch) => ({ ...batch }));
    return new Promise((resolve) => {
      this.write = async () => {
        await super.replaceBatches(attemptId, copies);
        resolve();
      };
    });
  }
}

const edit = (t: number): CapturedEvent => ({
  ...{ type: "answer_edit", question: "q1", at: 0, removed: 0, inserted: "x", t },
});

Deno.test(
  "[CA24] what was numbered anew leaves only once the device has it under that number, also where the page is going away",
  async () => {
    const disk = new BusyDisk();
    const held = new HeldBatches(disk, "a1", new Outbox(), () => () => {}, () => {});
    const isLeaving = () => true;
    held.seal([edit(10)], 0);
    assert.equal(held.next(isLeaving)?.seq, 1, "what is on no disk so far does not wait");
    // Another device wrote batch 1: a page that crashed now would find its own there under 1.
    held.conflict(1, 1, 0);
    assert.equal(held.next(isLeaving), null);
    assert.deepEqual((await disk.listBatches("a1")).map(({ seq }) => seq), [1]);
    await disk.write();
    await Promise.resolve();
    assert.deepEqual((await disk.listBatches("a1")).map(({ seq }) => seq), [2]);
    assert.equal(held.next(isLeaving)?.seq, 2);
  },
);
