/**
 * JSON texts of any size, packed, and in parts where they are over Deno KV's 65,536 bytes. The head value says how many
 * parts there are; head and parts are written in one atomic, so that a reader never sees half of one.
 */
import { pack, unpack } from "./packed.ts";

/** Bytes of one part: below the limit of a value, with room for its own serialisation. */
export const PART_BYTES = 60_000;

/** What stands under a key: the packed bytes themselves, or how many parts they are in. */
export type Stored = Uint8Array | { parts: number; generation: string };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One `set` of an atomic. */
export interface Write {
  key: Deno.KvKey;
  value: unknown;
  /** Size of the value, for the atomic's limit. */
  bytes: number;
}

/**
 * Writes that store a JSON text's bytes under `key`, packed, in parts under `[...key-of-part]` where one value cannot hold them.
 *
 * @param partKey Key of a part, from its number and the generation that keeps an overwrite's parts from mixing.
 */
export function writesOf(
  key: Deno.KvKey,
  text: Uint8Array,
  partKey: (part: number, generation: string) => Deno.KvKey,
  generation: string,
): Write[] {
  const bytes = pack(text);
  if (bytes.length <= PART_BYTES) return [{ key, value: bytes, bytes: bytes.length }];
  const parts = Math.ceil(bytes.length / PART_BYTES);
  const writes: Write[] = [{ key, value: { parts, generation } satisfies Stored, bytes: 64 }];
  for (let part = 0; part < parts; part++) {
    const slice = bytes.slice(part * PART_BYTES, (part + 1) * PART_BYTES);
    writes.push({ key: partKey(part, generation), value: slice, bytes: slice.length });
  }
  return writes;
}

/** Reads back what {@link writesOf} stored, or null where a part has gone. @throws {RangeError} If it is damaged. */
export async function readParts(
  kv: Deno.Kv,
  stored: Stored,
  partKey: (part: number, generation: string) => Deno.KvKey,
): Promise<Uint8Array | null> {
  if (stored instanceof Uint8Array) return unpack(stored);
  const parts: Uint8Array[] = [];
  for (let first = 0; first < stored.parts; first += 10) {
    const wanted = Array.from(
      { length: Math.min(10, stored.parts - first) },
      (_, index) => partKey(first + index, stored.generation),
    );
    for (const entry of await kv.getMany<Uint8Array[]>(wanted)) {
      if (!(entry.value instanceof Uint8Array)) return null;
      parts.push(entry.value);
    }
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return unpack(whole);
}

/** UTF-8 bytes of a value's JSON. */
export function jsonBytes(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}

/** The value of a JSON text in UTF-8. */
export function fromJsonBytes(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes));
}
