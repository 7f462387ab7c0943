import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { HeldBatch } from "./outbox.ts";
import type { Note, OutboxStore } from "./outbox_store.ts";

interface Schema extends DBSchema {
  batches: { key: [string, number]; value: HeldBatch };
  notes: { key: [string, string]; value: Note };
  session: { key: string; value: string };
}

/** A character after every other, to end a range of keys that begin alike. */
const LAST = "\uffff";

/** Opens the student's database. @throws Where the browser denies storage. */
export async function openStudentDatabase(): Promise<IDBPDatabase<Schema>> {
  return await openDB<Schema>("invigil", 1, {
    upgrade(database) {
      database.createObjectStore("batches");
      database.createObjectStore("notes");
      database.createObjectStore("session");
    },
    // A newer version of this page in another tab wants to change the database: do not stand in its way.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** Texts under their names, beside the outbox: what opens the attempts that it belongs to. */
export class TokenShelf {
  readonly #database: IDBPDatabase<Schema>;

  constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  async get(key: string): Promise<string | null> {
    return await this.#database.get("session", key) ?? null;
  }

  async put(key: string, value: string): Promise<void> {
    await this.#database.put("session", value, key);
  }

  async remove(key: string): Promise<void> {
    await this.#database.delete("session", key);
  }

  async keys(): Promise<string[]> {
    return await this.#database.getAllKeys("session");
  }
}

/** The outbox in IndexedDB. A write is awaited until its transaction is complete. */
export class IndexedDbOutboxStore implements OutboxStore {
  readonly #database: IDBPDatabase<Schema>;

  constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  async listBatches(attemptId: string): Promise<HeldBatch[]> {
    return await this.#database.getAll("batches", everyBatch(attemptId));
  }

  async putBatch(attemptId: string, batch: HeldBatch): Promise<void> {
    const transaction = this.#database.transaction("batches", "readwrite");
    const put = transaction.store.put(batch, [attemptId, batch.seq]);
    // Without waiting for the event loop: the page may be on its way out.
    transaction.commit();
    await Promise.all([put, transaction.done]);
  }

  async dropBatches(attemptId: string, throughSeq: number): Promise<void> {
    await this.#database.delete("batches", IDBKeyRange.bound([attemptId, 0], [attemptId, throughSeq]));
  }

  async replaceBatches(attemptId: string, batches: readonly HeldBatch[]): Promise<void> {
    const transaction = this.#database.transaction("batches", "readwrite");
    const written = [
      transaction.store.delete(everyBatch(attemptId)),
      ...batches.map((batch) => transaction.store.put(batch, [attemptId, batch.seq])),
    ];
    // As with one batch: nothing sent under a new number may be found under its old one.
    transaction.commit();
    await Promise.all([...written, transaction.done]);
  }

  async listNotes(attemptId: string, prefix: string): Promise<Map<string, Note>> {
    const notes = new Map<string, Note>();
    const range = IDBKeyRange.bound([attemptId, prefix], [attemptId, prefix + LAST]);
    let cursor = await this.#database.transaction("notes").store.openCursor(range);
    while (cursor !== null) {
      notes.set(cursor.key[1], cursor.value);
      cursor = await cursor.continue();
    }
    return notes;
  }

  async putNote(attemptId: string, name: string, note: Note): Promise<void> {
    const transaction = this.#database.transaction("notes", "readwrite");
    const put = transaction.store.put(note, [attemptId, name]);
    transaction.commit();
    await Promise.all([put, transaction.done]);
  }

  async forget(attemptId: string): Promise<void> {
    const transaction = this.#database.transaction(["batches", "notes"], "readwrite");
    await Promise.all([
      transaction.objectStore("batches").delete(everyBatch(attemptId)),
      transaction.objectStore("notes").delete(IDBKeyRange.bound([attemptId, ""], [attemptId, LAST])),
      transaction.done,
    ]);
  }
}

function everyBatch(attemptId: string): IDBKeyRange {
  return IDBKeyRange.bound([attemptId, 0], [attemptId, Number.MAX_SAFE_INTEGER]);
}
