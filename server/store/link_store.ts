import { Buffer } from "node:buffer";
import { z } from "zod";
import { commitInGroups } from "./commit_in_groups.ts";
import { set } from "./mutation.ts";
import { parseStored } from "./stored_value.ts";

/** Hashes of one value: 48,000 bytes, below the store's limit. */
const HASHES_PER_VALUE = 1_500;
const HASH_BYTES = 32;

const Hashes = z.instanceof(Uint8Array);

const prefixOf = (attemptId: string): Deno.KvKey => ["links", attemptId];

/** Hashes of the entries of logs that were removed: with them a receipt of any moment can still be told to fit. */
export class LinkStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Keeps the hashes (hex) of an attempt's entries, in their order. Writing them again changes nothing. */
  async keep(attemptId: string, hashes: readonly string[]): Promise<void> {
    const writes = [];
    for (let from = 0; from < hashes.length; from += HASHES_PER_VALUE) {
      const bytes = Buffer.from(hashes.slice(from, from + HASHES_PER_VALUE).join(""), "hex");
      writes.push(set([...prefixOf(attemptId), from + 1], new Uint8Array(bytes)));
    }
    await commitInGroups(this.#kv, writes);
  }

  /** The hashes that were kept, in their order, some at a time. */
  async *read(attemptId: string): AsyncGenerator<string[]> {
    for await (const { key, value } of this.#kv.list({ prefix: prefixOf(attemptId) })) {
      const bytes = Buffer.from(parseStored(Hashes, key, value));
      yield Array.from(
        { length: bytes.length / HASH_BYTES },
        (_, index) => bytes.toString("hex", index * HASH_BYTES, (index + 1) * HASH_BYTES),
      );
    }
  }
}
