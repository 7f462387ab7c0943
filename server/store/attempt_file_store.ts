import { AttemptFile } from "../../protocol/attempt_file.ts";
import { commitInGroups, removeBelow } from "./commit_in_groups.ts";
import { set, type Write } from "./mutation.ts";
import { parseStored } from "./stored_value.ts";

/** Bytes of one part: below the store's limit of 65,536 for a value. */
const PART_BYTES = 60_000;

/** Keys that the store reads in one go. */
const PARTS_PER_READ = 10;

const filesOf = (attemptId: string): Deno.KvKey => ["attempt_file", attemptId];
const partsOf = (attemptId: string): Deno.KvKey => ["attempt_file_part", attemptId];

/** Files that students handed in: the bytes by their hash, in parts, and a record of each for the question that it was given to. */
export class AttemptFileStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** An attempt's files, by question. */
  async list(attemptId: string): Promise<AttemptFile[]> {
    const files: AttemptFile[] = [];
    for await (const { key, value } of this.#kv.list({ prefix: filesOf(attemptId) })) {
      files.push(parseStored(AttemptFile, key, value));
    }
    return files;
  }

  /**
   * Keeps a file's bytes. They count for nothing until a record names them; keeping the same ones again changes nothing, so
   * what was cut off is done anew.
   */
  async keepBytes(attemptId: string, fileId: string, bytes: Uint8Array): Promise<void> {
    await commitInGroups(this.#kv, parts(attemptId, fileId, bytes));
  }

  /** The record of a file whose bytes are kept. */
  put(attemptId: string, file: AttemptFile): Write {
    return set([...filesOf(attemptId), file.question, file.file_id], file);
  }

  /**
   * A file's bytes.
   *
   * @throws {RangeError} Where a part is missing, or they are not those of the record.
   */
  async read(
    attemptId: string,
    { file_id: fileId, bytes }: Pick<AttemptFile, "file_id" | "bytes">,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const whole = new Uint8Array(bytes);
    const count = Math.ceil(bytes / PART_BYTES);
    for (let first = 0; first < count; first += PARTS_PER_READ) {
      const numbers = Array.from({ length: Math.min(PARTS_PER_READ, count - first) }, (_, index) => first + index);
      const read = await this.#kv.getMany<unknown[]>(numbers.map((part) => [...partsOf(attemptId), fileId, part]));
      read.forEach(({ value }, index) => {
        const at = (first + index) * PART_BYTES;
        if (!(value instanceof Uint8Array) || value.length !== Math.min(PART_BYTES, bytes - at)) {
          throw new RangeError(
            `Cannot read the file ${fileId} of an attempt in the store: part ${first + index} is damaged`,
          );
        }
        whole.set(value, at);
      });
    }
    return whole;
  }

  /** Removes all of an attempt's. */
  async removeAll(attemptId: string): Promise<void> {
    await removeBelow(this.#kv, filesOf(attemptId));
    await removeBelow(this.#kv, partsOf(attemptId));
  }
}

function* parts(attemptId: string, fileId: string, bytes: Uint8Array): Generator<Write> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) {
    yield set([...partsOf(attemptId), fileId, at / PART_BYTES], bytes.slice(at, at + PART_BYTES));
  }
}
