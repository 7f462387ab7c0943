import type { ReaderTask } from "./reader_line.ts";

/** What a reading may take. */
export interface ReaderBounds {
  /** From the moment it starts, ms. */
  withinMs: number;
  /** Memory of a reading in a process of its own: of its script, and in all. Bytes. */
  heapBytes: number;
  residentBytes: number;
}

/** Why a reader ended before it was done. */
export type Stopped = "time" | "memory";

/** One file that is being read where reading it can be ended, whatever it is at. */
export interface Reader {
  /** Lines of `ReaderLine`, in pieces of any size. */
  readonly said: AsyncIterable<string>;
  /** Why it ended early, once `said` is over; null where it did not, or where nobody knows. */
  stopped(): Promise<Stopped | null>;
  /** Ends it. Often is as good as once. */
  end(): void;
}

/** A file to be read, and the format that it is in, or null. */
export type FileToRead = Pick<ReaderTask, "bytes" | "format" | "isWhole">;

export type StartReader = (file: FileToRead, bounds: ReaderBounds) => Reader;
