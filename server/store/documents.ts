import type { z } from "zod";
import { commitInGroups } from "./commit_in_groups.ts";
import { bytesOf, type Mutation, remove } from "./mutation.ts";
import { fromJsonBytes, jsonBytes } from "./json_bytes.ts";
import { readParts, writesOf } from "./parts.ts";
import { parseStored, type Versioned } from "./stored_value.ts";

/** A document that is put in the place of another. */
export interface DocumentChange {
  mutations: Mutation[];
  /** What they take of an atomic, in bytes. */
  bytes: number;
  /** Whether it lies in parts, as one over a value's size does. */
  isInParts: boolean;
  /** Removes the parts of what stood there before, once the mutations are carried out. */
  tidy(): Promise<void>;
}

/**
 * JSON documents of one family and of any size, each under `[family, id]`; their parts stand under
 * `["part", family, id, generation, number]`. For what is written seldom and read whole.
 */
export class Documents<Schema extends z.ZodType> {
  readonly #kv: Deno.Kv;
  readonly #family: string;
  readonly #schema: Schema;

  constructor(kv: Deno.Kv, family: string, schema: Schema) {
    this.#kv = kv;
    this.#family = family;
    this.#schema = schema;
  }

  /**
   * A document, or null.
   *
   * @throws {RangeError} If it is damaged or does not fit its schema.
   */
  async get(id: string): Promise<Versioned<z.output<Schema>> | null> {
    const key = this.keyOf(id);
    for (let missing: string | null = null;;) {
      const { value, versionstamp } = await this.#kv.get(key);
      if (versionstamp === null) return null;
      const bytes = await readParts(this.#kv, key, value, (part, generation) => [...partsOf(key), generation, part]);
      if (bytes !== null) return { value: parseStored(this.#schema, key, fromJsonBytes(bytes)), versionstamp };
      // A part may go while it is read, because another document has taken its place: then that one is read.
      if (missing === versionstamp) {
        throw new RangeError(`Cannot read ${key.join("/")} in the store: a part is missing`);
      }
      missing = versionstamp;
    }
  }

  /** Ids of all documents, in their order. */
  async *ids(): AsyncGenerator<string> {
    for await (const { key } of this.#kv.list({ prefix: [this.#family] })) yield String(key[1]);
  }

  /** Writes a document, whatever stands there. */
  put(id: string, document: z.input<Schema>): DocumentChange {
    const key = this.keyOf(id);
    const own = crypto.randomUUID();
    const mutations = writesOf(
      key,
      jsonBytes(document),
      (part, generation) => [...partsOf(key), generation, part],
      own,
    );
    return {
      mutations,
      bytes: bytesOf(mutations),
      isInParts: mutations.length > 1,
      tidy: () => this.#removeParts(key, own),
    };
  }

  /** Removes a document, and all of its parts. */
  async remove(id: string): Promise<void> {
    const key = this.keyOf(id);
    await commitInGroups(this.#kv, [remove(key)]);
    await this.#removeParts(key, null);
  }

  /** The document's key, for a check of its version. */
  keyOf(id: string): Deno.KvKey {
    return [this.#family, id];
  }

  async #removeParts(key: Deno.KvKey, except: string | null): Promise<void> {
    const prefix = partsOf(key);
    const removals: Mutation[] = [];
    for await (const entry of this.#kv.list({ prefix })) {
      if (entry.key[prefix.length] !== except) removals.push(remove(entry.key));
    }
    await commitInGroups(this.#kv, removals);
  }
}

function partsOf(key: Deno.KvKey): Deno.KvKey {
  return ["part", ...key];
}
