/** Bundled for a browser by `outbox_store_indexed_db_test.ts`: runs a case of the contract against IndexedDB. */
import { IndexedDbOutboxStore, openStudentDatabase } from "../../islands/link/indexed_db_outbox_store.ts";
import { OUTBOX_STORE_CASES } from "./outbox_store_contract.ts";

async function runCase(index: number): Promise<unknown> {
  const database = await openStudentDatabase();
  try {
    await Promise.all([database.clear("batches"), database.clear("notes")]);
    return await OUTBOX_STORE_CASES[index].run(new IndexedDbOutboxStore(database));
  } finally {
    database.close();
  }
}

Object.assign(globalThis, { runCase });
