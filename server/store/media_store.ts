import { z } from "zod";
import { MediaType } from "../../protocol/media.ts";
import { commitInGroups, removeBelow } from "./commit_in_groups.ts";
import { check, commit, type Mutation, remove, set } from "./mutation.ts";
import { isId } from "./stored_id.ts";
import { parseStored } from "./stored_value.ts";

/** Bytes of one part: below the store's limit for a value. */
const PART_BYTES = 60_000;

/** Keys that the store reads in one go. */
const PARTS_PER_READ = 10;

/** A picture of an exam, without its bytes. */
const Media = z.object({
  type: MediaType,
  bytes: z.int().min(1),
  /** When it was given last, ms since 1970. */
  at: z.number(),
  /** Whether all of its parts are there; one that was cut off is never shown. */
  isWhole: z.boolean(),
});
export type Media = z.infer<typeof Media>;

const mediaPrefix = (examId: string): Deno.KvKey => ["media", examId];
const partsPrefix = (examId: string, mediaId: string): Deno.KvKey => ["media_part", examId, mediaId];

/** Pictures of exams, by their content. */
export class MediaStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** What is known of a picture that is whole, or null. */
  async get(examId: string, mediaId: string): Promise<Media | null> {
    if (!isId(examId) || !isId(mediaId)) return null;
    const key = keyOf(examId, mediaId);
    const { value, versionstamp } = await this.#kv.get(key);
    if (versionstamp === null) return null;
    const media = parseStored(Media, key, value);
    return media.isWhole ? media : null;
  }

  /** The bytes of a picture that is whole, or null. */
  async read(examId: string, mediaId: string): Promise<{ type: MediaType; content: Uint8Array<ArrayBuffer> } | null> {
    const media = await this.get(examId, mediaId);
    if (media === null) return null;
    const content = new Uint8Array(media.bytes);
    const parts = Math.ceil(media.bytes / PART_BYTES);
    for (let first = 0; first < parts; first += PARTS_PER_READ) {
      const count = Math.min(PARTS_PER_READ, parts - first);
      const keys = Array.from({ length: count }, (_, index) => [...partsPrefix(examId, mediaId), first + index]);
      for (const [index, { value }] of (await this.#kv.getMany<unknown[]>(keys)).entries()) {
        if (!(value instanceof Uint8Array)) return null;
        content.set(value, (first + index) * PART_BYTES);
      }
    }
    return { type: media.type, content };
  }

  /** All pictures of an exam, also those that are not whole. */
  async list(examId: string): Promise<(Media & { mediaId: string })[]> {
    return await Array.fromAsync(
      this.#kv.list({ prefix: mediaPrefix(examId) }),
      ({ key, value }) => ({ mediaId: String(key.at(-1)), ...parseStored(Media, key, value) }),
    );
  }

  /** Ids of the exams and questions of the bank that have pictures, in their order. */
  async *owners(): AsyncGenerator<string> {
    let last: string | null = null;
    for await (const { key } of this.#kv.list({ prefix: ["media"] })) {
      const examId = String(key[1]);
      if (examId !== last) yield examId;
      last = examId;
    }
  }

  /**
   * Says that a picture was given again, unless it is not there to the last byte.
   *
   * @param at When, ms since 1970.
   * @returns Whether it is there.
   */
  async renew(examId: string, mediaId: string, at: number): Promise<boolean> {
    const key = keyOf(examId, mediaId);
    const { value, versionstamp } = await this.#kv.get(key);
    if (versionstamp === null || await this.read(examId, mediaId) === null) return false;
    const media = { ...parseStored(Media, key, value), at };
    return await commit(this.#kv, [check(key, versionstamp), set(key, media)]) !== null;
  }

  /** Writes what is known of a picture, in place of what was. */
  async put(examId: string, mediaId: string, media: Media): Promise<void> {
    await commit(this.#kv, [set(keyOf(examId, mediaId), media)]);
  }

  /** Writes a picture's bytes, in parts. Until {@link put} says that it is whole, nobody reads them. */
  async putParts(examId: string, mediaId: string, content: Uint8Array): Promise<void> {
    const writes: Mutation[] = [];
    for (let part = 0; part * PART_BYTES < content.length; part++) {
      const bytes = content.slice(part * PART_BYTES, (part + 1) * PART_BYTES);
      writes.push(set([...partsPrefix(examId, mediaId), part], bytes));
    }
    await commitInGroups(this.#kv, writes);
  }

  /** Removes a picture: first what says that it is there. */
  async remove(examId: string, mediaId: string): Promise<void> {
    await commit(this.#kv, [remove(keyOf(examId, mediaId))]);
    await removeBelow(this.#kv, partsPrefix(examId, mediaId));
  }

  /**
   * Removes a picture that was listed, unless it was given again since.
   *
   * @param at When it was given, as it was listed.
   * @returns Whether it went.
   */
  async removeListed(examId: string, { mediaId, at }: { mediaId: string; at: number }): Promise<boolean> {
    const key = keyOf(examId, mediaId);
    const { value, versionstamp } = await this.#kv.get(key);
    if (versionstamp === null || parseStored(Media, key, value).at !== at) return false;
    if (await commit(this.#kv, [check(key, versionstamp), remove(key)]) === null) return false;
    await removeBelow(this.#kv, partsPrefix(examId, mediaId));
    return true;
  }
}

function keyOf(examId: string, mediaId: string): Deno.KvKey {
  return [...mediaPrefix(examId), mediaId];
}
