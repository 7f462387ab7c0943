import type { Question } from "../../../protocol/items/registry.ts";
import type { Found } from "./found.ts";

/** What is known of one format of files with questions. Reading and writing are pure. */
export interface Format {
  /**
   * How much a text looks like this format: the first one of the registry that says so is taken. Looks at a few signs only, in
   * time that grows with the text at most.
   */
  isLikely(text: string): boolean;
  /** Everything in a text, one thing at a time, so that whoever asks may stop or pause. Never throws for what the text says. */
  read(text: string): Iterable<Found>;
  /** A file that {@link read} gives the same questions for; absent where a format is only read. */
  write?: WrittenFormat;
}

/** How questions are written. */
export interface WrittenFormat {
  /** Content type, and the ending of the file's name. */
  type: string;
  ending: string;
  text(questions: readonly Question[]): string;
}
