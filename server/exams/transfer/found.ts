import type { ImportTold } from "../../../words/import_note.ts";
import type { Said } from "../../../words/refusal.ts";

export type { ImportTold };

/** A question as a file says it, before anything has checked it; the fields are those of `protocol/items`. */
export type Candidate = Readonly<Record<string, unknown>>;

/** What a reader comes upon, in the order of the file. Lines count from 1. */
export type Found =
  /** A question, with what of it was left out. */
  | { kind: "question"; candidate: Candidate; unsaid?: string; line?: number; losses?: readonly ImportTold[] }
  /** A question that could not be taken. */
  | { kind: "failed"; told: ImportTold; line?: number }
  /** Something about the file. */
  | { kind: "note"; level: Level; told: ImportTold; line?: number }
  /** Nothing yet: a place where the server may do something else for a moment. */
  | { kind: "pause" };

/** `error`: something was not taken. `warning`: it was taken, but not as it stood. */
export type Level = "error" | "warning";

/** A note on a file that is read. */
export interface Note {
  level: Level;
  told: ImportTold;
  /** What is wrong with a field, where that is what the note says. */
  problem?: Said;
  line?: number;
  /** Number of the question in the file, from 1. */
  item?: number;
}
