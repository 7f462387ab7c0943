import type { ImportTold } from "../../../../words/import_note.ts";
import type { Said } from "../../../../words/refusal.ts";
import type { Picture } from "../../media/read_picture.ts";

export type { ImportTold };

/** A question as a file says it, before anything has checked it; the fields are those of `protocol/items`. */
export type Candidate = Readonly<Record<string, unknown>>;

/** Where something stands: line or page, from 1, and in a package the name of the file. */
export interface Place {
  line?: number;
  page?: number;
  file?: string;
}

/** Ids of the section and the pool that a question stands in. */
export interface Part {
  section?: string;
  pool?: string;
}

/** What a reader comes upon, in the order of the file. Lines count from 1. */
export type Found =
  /** A question, with what of it was left out, and the section and pool that it stands in. */
  | (
    & {
      kind: "question";
      candidate: Candidate;
      /** Fields that its file says elsewhere than in the question; those of the question and its remainder go before. */
      beside?: Candidate;
      unsaid?: string;
      losses?: readonly ImportTold[];
    }
    & Part
    & Place
  )
  /** A question that could not be taken. */
  | ({ kind: "failed"; told: ImportTold } & Place)
  /** Something about the file. */
  | ({ kind: "note"; level: Level; told: ImportTold } & Place)
  /** A section or a pool, before the questions that stand in it. */
  | { kind: "section" | "pool"; candidate: Candidate }
  /** A picture, before the text that shows it; its name in the file, where texts of that know it by one. */
  | { kind: "picture"; picture: Picture; name?: string }
  /** Nothing yet: a place where the server may do something else for a moment. */
  | { kind: "pause" };

/** What is found at a place that a note can name. */
type Placed = Extract<Found, { kind: "question" | "failed" | "note" }>;

/** Whether something stands at a place that a note can name. */
export function isPlaced(found: Found): found is Placed {
  return found.kind === "question" || found.kind === "failed" || found.kind === "note";
}

/** `error`: something was not taken. `warning`: it was taken, but not as it stood. */
export type Level = "error" | "warning";

/** A note on a file that is read. */
export interface Note extends Place {
  level: Level;
  told: ImportTold;
  /** What is wrong with a field, where that is what the note says. */
  problem?: Said;
  /** Number of the question in the file, from 1. */
  item?: number;
}
