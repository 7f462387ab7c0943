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
  /** Removes everything of an attempt: batches and notes. */
  forget(attemptId: string): Promise<void>;
}
