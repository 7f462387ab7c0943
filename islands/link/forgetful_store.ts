import type { HeldBatch } from "./outbox.ts";
import type { Note, OutboxStore } from "./outbox_store.ts";

/** A store that writes nothing more of an attempt once it was told to forget it, whatever comes late. */
export class ForgetfulStore implements OutboxStore {
  readonly #store: OutboxStore;
  readonly #forgotten = new Set<string>();

  constructor(store: OutboxStore) {
    this.#store = store;
  }

  listBatches(attemptId: string): Promise<HeldBatch[]> {
    return this.#store.listBatches(attemptId);
  }

  async putBatch(attemptId: string, batch: HeldBatch): Promise<void> {
    if (!this.#forgotten.has(attemptId)) await this.#store.putBatch(attemptId, batch);
  }

  dropBatches(attemptId: string, throughSeq: number): Promise<void> {
    return this.#store.dropBatches(attemptId, throughSeq);
  }

  async replaceBatches(attemptId: string, batches: readonly HeldBatch[]): Promise<void> {
    if (!this.#forgotten.has(attemptId)) await this.#store.replaceBatches(attemptId, batches);
  }

  listNotes(attemptId: string, prefix: string): Promise<Map<string, Note>> {
    return this.#store.listNotes(attemptId, prefix);
  }

  async putNote(attemptId: string, name: string, note: Note): Promise<void> {
    if (!this.#forgotten.has(attemptId)) await this.#store.putNote(attemptId, name, note);
  }

  forget(attemptId: string): Promise<void> {
    this.#forgotten.add(attemptId);
    return this.#store.forget(attemptId);
  }
}
