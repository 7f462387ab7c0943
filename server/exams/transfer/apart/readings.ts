import { setImmediate } from "node:timers/promises";
import type { Question } from "../../../../protocol/items/registry.ts";
import type { Pool } from "../../../../protocol/pools.ts";
import type { Section } from "../../../../protocol/sections.ts";
import type { ImportFormat } from "../../../../protocol/transfer.ts";
import { said } from "../../../../words/refusal.ts";
import { Refusal } from "../../../errors.ts";
import type { Picture } from "../../media/read_picture.ts";
import { takenPicture } from "../shared/base64_picture.ts";
import type { Note } from "../shared/found.ts";
import type { ReadFile } from "../read_file.ts";
import type { Reader, ReaderBounds, StartReader } from "./reader.ts";
import { ReaderLine } from "./reader_line.ts";
import { type Asker, busy, type PlaceBounds, ReadingPlaces } from "./reading_places.ts";
import { startReader } from "./start_reader.ts";

/** Bounds of all readings together, and of each. */
export interface ReadingBounds extends ReaderBounds, PlaceBounds {
  /** Characters that a reading says, at most. */
  characters: number;
}

export const READING_BOUNDS: ReadingBounds = {
  atOnce: 2,
  waiting: 8,
  waitMs: 20_000,
  withinMs: 30_000,
  heapBytes: 512 * 1024 * 1024,
  residentBytes: 768 * 1024 * 1024,
  characters: 64 * 1024 * 1024,
};

/** Taking over what a reader says lets the server do something else after this long, ms. */
const TURN_MS = 10;

/**
 * Reads files with questions apart from the server: whatever a file does to its reader, the server answers others meanwhile. Bounded
 * in time and memory for each, and in number for all.
 */
export class Readings {
  readonly #start: StartReader;
  readonly #bounds: ReadingBounds;
  readonly #running = new Set<Reader>();
  readonly #places: ReadingPlaces;
  #isOver = false;

  constructor(bounds: ReadingBounds = READING_BOUNDS, start: StartReader = startReader) {
    this.#bounds = bounds;
    this.#start = start;
    this.#places = new ReadingPlaces(bounds);
  }

  /** Files that are being read. */
  get size(): number {
    return this.#running.size;
  }

  /**
   * What a file says: see `readFile`. Stores nothing.
   *
   * @param asker Whose it is: an account has one file read at a time, and a reading ends when nobody listens any more.
   * @throws {Refusal} `invalid` for what is no text, of no known format, or takes too long or too much memory; `unavailable` where too many
   * files are being read, or nobody listens; `rate_limited` where a file of the same account waits already.
   */
  async read(
    bytes: Uint8Array<ArrayBuffer>,
    format: ImportFormat | null,
    isWhole = false,
    asker: Asker = {},
  ): Promise<ReadFile> {
    const leave = await this.#places.take(asker);
    let reader: Reader | null = null;
    const end = () => reader?.end();
    try {
      if (this.#isOver) throw busy();
      reader = this.#start({ bytes, format, isWhole }, this.#bounds);
      this.#running.add(reader);
      asker.signal?.addEventListener("abort", end);
      return await this.#take(reader, asker.signal);
    } finally {
      asker.signal?.removeEventListener("abort", end);
      end();
      if (reader !== null) this.#running.delete(reader);
      leave();
    }
  }

  /** Ends all that is being read, as the server does when it stops. */
  end(): void {
    this.#isOver = true;
    for (const reader of this.#running) reader.end();
  }

  async #take(reader: Reader, signal: AbortSignal | undefined): Promise<ReadFile> {
    const questions: Question[] = [];
    const notes: Note[] = [];
    const sections: Section[] = [];
    const pools: Pool[] = [];
    const pictures = new Map<string, Picture>();
    let turnEnds = performance.now() + TURN_MS;
    for await (const text of this.#linesOf(reader)) {
      const line = ReaderLine.parse(JSON.parse(text));
      if (line.kind === "question") questions.push(line.question);
      else if (line.kind === "note") notes.push(line.note);
      else if (line.kind === "section") sections.push(line.section);
      else if (line.kind === "pool") pools.push(line.pool);
      else if (line.kind === "picture") pictures.set(line.picture.media_id, takenPicture(line.picture));
      else if (line.kind === "end") return { format: line.format, questions, notes, sections, pools, pictures };
      else if (line.kind === "refused") throw new Refusal("invalid", line.said);
      else throw new Error(`Reading a file: ${line.message}`);
      if (performance.now() < turnEnds) continue;
      await setImmediate();
      turnEnds = performance.now() + TURN_MS;
    }
    if (this.#isOver || signal?.aborted) throw busy();
    const seconds = Math.ceil(this.#bounds.withinMs / 1_000);
    const isLate = await reader.stopped() === "time";
    throw new Refusal("invalid", isLate ? said("import_too_long", { seconds }) : "import_too_much_memory");
  }

  async *#linesOf({ said }: Reader): AsyncGenerator<string> {
    let rest = "";
    let characters = 0;
    for await (const piece of said) {
      characters += piece.length;
      if (characters > this.#bounds.characters) throw new Refusal("invalid", "import_too_much_memory");
      const lines = (rest + piece).split("\n");
      rest = lines.pop() ?? "";
      yield* lines.filter((line) => line !== "");
    }
  }
}
