import type { HeldBatch } from "./outbox.ts";

/** What is kept of an attempt on the student's device besides batches, by name. */
export type Note = string | number | boolean | null | Note[] | { [name: string]: Note };

/**
 * Where the outbox and what belongs to it outlive the page: IndexedDB, or memory where that is denied.
 * Every method may reject: the caller goes on in memory and says so.
 */
export interface OutboxStore {
  /** Batches of the attempt, in order. */
  listBatches(attemptId: string): Promise<HeldBatch[]>;
  /** Writes a batch; resolves when it would survive a crash of the tab. */
  putBatch(attemptId: string, batch: HeldBatch): Promise<void>;
  /** Removes the batches up to a number. */
  dropBatches(attemptId: string, throughSeq: number): Promise<void>;
  /** Puts these in place of every batch of the attempt, in one step. */
  replaceBatches(attemptId: string, batches: readonly HeldBatch[]): Promise<void>;
  /** Every note of the attempt whose name begins so. */
  listNotes(attemptId: string, prefix: string): Promise<Map<string, Note>>;
  putNote(attemptId: string, name: string, note: Note): Promise<void>;
}

/** Keeps everything in memory: for tests, and where the browser gives no storage. */
export class MemoryStore implements OutboxStore {
  readonly #batches = new Map<string, Map<number, HeldBatch>>();
  readonly #notes = new Map<string, Map<string, Note>>();

  listBatches(attemptId: string): Promise<HeldBatch[]> {
    const batches = [...(this.#batches.get(attemptId)?.values() ?? [])];
    return Promise.resolve(structuredClone(batches).sort((a, b) => a.seq - b.seq));
  }

  putBatch(attemptId: string, batch: HeldBatch): Promise<void> {
    const batches = this.#batches.get(attemptId) ?? new Map();
    this.#batches.set(attemptId, batches.set(batch.seq, structuredClone(batch)));
    return Promise.resolve();
  }

  dropBatches(attemptId: string, throughSeq: number): Promise<void> {
    const batches = this.#batches.get(attemptId);
    for (const seq of batches?.keys() ?? []) if (seq <= throughSeq) batches?.delete(seq);
    return Promise.resolve();
  }

  replaceBatches(attemptId: string, batches: readonly HeldBatch[]): Promise<void> {
    this.#batches.set(attemptId, new Map(structuredClone(batches).map((batch) => [batch.seq, batch])));
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
}
