import assert from "node:assert/strict";
import { MemoryOutboxStore } from "../../islands/link/memory_outbox_store.ts";
import { OUTBOX_STORE_CASES } from "./outbox_store_contract.ts";

for (const { title, run, gives } of OUTBOX_STORE_CASES) {
  Deno.test(`[CA19] an outbox store in memory ${title}`, async () => {
    assert.deepEqual(await run(new MemoryOutboxStore()), gives);
  });
}
