import type { HeldBatch } from "./outbox.ts";
import type { Note, OutboxStore } from "./outbox_store.ts";

/** Keeps everything in memory: for machines, for tests, and where the browser gives no storage. */
export class MemoryOutboxStore implements OutboxStore {
  readonly #batches = new Map<string, Map<number, HeldBatch>>();
  readonly #notes = new Map<string, Map<string, Note>>();

  listBatches(attemptId: string): Promise<HeldBatch[]> {
    const batches = [...(this.#batches.get(attemptId)?.values() ?? [])];
    return Promise.resolve(batches.map(copy).sort((a, b) => a.seq - b.seq));
  }

  putBatch(attemptId: string, batch: HeldBatch): Promise<void> {
    const batches = this.#batches.get(attemptId) ?? new Map();
    this.#batches.set(attemptId, batches.set(batch.seq, copy(batch)));
    return Promise.resolve();
  }

  dropBatches(attemptId: string, throughSeq: number): Promise<void> {
    const batches = this.#batches.get(attemptId);
    for (const seq of batches?.keys() ?? []) if (seq <= throughSeq) batches?.delete(seq);
    return Promise.resolve();
  }

  replaceBatches(attemptId: string, batches: readonly HeldBatch[]): Promise<void> {
    this.#batches.set(attemptId, new Map(batches.map((batch) => [batch.seq, copy(batch)])));
    return Promise.resolve();
  }

  listNotes(attemptId: string, prefix: string): Promise<Map<string, Note>> {
    const notes = [...(this.#notes.get(attemptId) ?? [])].filter(([name]) => name.startsWith(prefix));
    return Promise.resolve(new Map(structuredClone(notes)));
  }

  putNote(attemptId: string, name: string, note: Note): Promise<void> {
    const notes = this.#notes.get(attemptId) ?? new Map();
    this.#notes.set(attemptId, notes.set(name, structuredClone(note)));
    return Promise.resolve();
  }

  forget(attemptId: string): Promise<void> {
    this.#batches.delete(attemptId);
    this.#notes.delete(attemptId);
    return Promise.resolve();
  }
}

/** A batch is numbered anew and moved in time, and its list of events replaced for that, but never changed itself. */
function copy(batch: HeldBatch): HeldBatch {
  return { ...batch };
}
