import { z } from "zod";
import { set, type Write } from "./mutation.ts";
import { pack, unpack } from "./packed.ts";
import { parseStored } from "./stored_value.ts";

/** Bytes of one part: below the store's limit of 65,536 for a value, with room for its own serialisation. */
const PART_BYTES = 60_000;

/** Keys that the store reads in one go. */
const PARTS_PER_READ = 10;

/** What stands under the key of a text that lies in parts; of a smaller one, the packed bytes do. */
const InParts = z.object({ parts: z.int().min(1), generation: z.string() });

/** Key of a part, by its number; the generation keeps the parts of what is written over from mixing with the new ones. */
type PartKey = (part: number, generation: string) => Deno.KvKey;

/**
 * Writes that store a JSON text's bytes under `key`, packed, and in parts where one value cannot hold them. They belong
 * in one atomic, so that nobody reads half of a text.
 */
export function writesOf(key: Deno.KvKey, text: Uint8Array, partKey: PartKey, generation: string): Write[] {
  const bytes = pack(text);
  if (bytes.length <= PART_BYTES) return [set(key, bytes)];
  const parts = Math.ceil(bytes.length / PART_BYTES);
  const head: z.infer<typeof InParts> = { parts, generation };
  const writes = [set(key, head)];
  for (let part = 0; part < parts; part++) {
    writes.push(set(partKey(part, generation), bytes.slice(part * PART_BYTES, (part + 1) * PART_BYTES)));
  }
  return writes;
}

/**
 * The text's bytes that {@link writesOf} stored, from what stands under its key.
 *
 * @returns Null where a part is missing.
 * @throws {RangeError} If it is damaged.
 */
export async function readParts(
  kv: Deno.Kv,
  key: Deno.KvKey,
  stored: unknown,
  partKey: PartKey,
): Promise<Uint8Array | null> {
  if (stored instanceof Uint8Array) return unpack(stored);
  const { parts, generation } = parseStored(InParts, key, stored);
  const read: Uint8Array[] = [];
  for (let first = 0; first < parts; first += PARTS_PER_READ) {
    const count = Math.min(PARTS_PER_READ, parts - first);
    const keys = Array.from({ length: count }, (_, index) => partKey(first + index, generation));
    for (const { value } of await kv.getMany<unknown[]>(keys)) {
      if (!(value instanceof Uint8Array)) return null;
      read.push(value);
    }
  }
  const whole = new Uint8Array(read.reduce((bytes, part) => bytes + part.length, 0));
  let offset = 0;
  for (const part of read) {
    whole.set(part, offset);
    offset += part.length;
  }
  return unpack(whole);
}
