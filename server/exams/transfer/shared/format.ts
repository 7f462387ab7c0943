import type { Found } from "./found.ts";
import type { Transferred } from "./transferred.ts";

/** What is known of one format of files with questions. Reading and writing are pure. */
export interface Format {
  /**
   * How much a text looks like this format: the first one of the registry that says so is taken. Looks at a few signs only, in
   * time that grows with the text at most.
   */
  isLikely(text: string): boolean;
  /** Everything in a text, one thing at a time, so that whoever asks may stop or pause. Never throws for what the text says. */
  read(text: string): Iterable<Found>;
  /** How it is read where the file is no text. Bounded in what it takes up, as a text is by its size. */
  packed?: {
    isLikely(bytes: Uint8Array): boolean;
    /** @param isApart Whether a process of its own bounds what reading takes: see `ReadOptions`. */
    read(bytes: Uint8Array<ArrayBuffer>, isApart: boolean): Iterable<Found> | AsyncIterable<Found>;
  };
  /** A file that {@link read} gives the same for; absent where a format is only read. */
  write?: WrittenFormat;
}

/** How an exam's questions are written, with what they stand in and show. */
export interface WrittenFormat {
  /** Content type, and the ending of the file's name. */
  type: string;
  ending: string;
  content(exam: Transferred): string | Uint8Array<ArrayBuffer>;
}
