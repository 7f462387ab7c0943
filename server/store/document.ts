import { fromJsonBytes, jsonBytes, readParts, type Stored, type Write, writesOf } from "./parts.ts";

/**
 * A JSON document of any size under one key: its parts stand under `["part", ...key, generation, number]`.
 * For what is written seldom and read whole: exams, snapshots, contexts, cohort summaries.
 */

function partKeyOf(key: Deno.KvKey) {
  return (part: number, generation: string): Deno.KvKey => ["part", ...key, generation, part];
}

/** Prefix of a document's parts, for its removal. */
export function partsPrefix(key: Deno.KvKey): Deno.KvKey {
  return ["part", ...key];
}

/** Writes that store a document; to be put into an atomic with whatever else changes. */
export function documentWrites(key: Deno.KvKey, document: unknown, generation: string): Write[] {
  return writesOf(key, jsonBytes(document), partKeyOf(key), generation);
}

/** A document with the versionstamp of its key, or null. The caller's schema says what it is. */
export async function getDocument(
  kv: Deno.Kv,
  key: Deno.KvKey,
): Promise<{ value: unknown; versionstamp: string } | null> {
  const entry = await kv.get<Stored>(key);
  if (entry.versionstamp === null) return null;
  const bytes = await readParts(kv, entry.value, partKeyOf(key));
  return bytes === null ? null : { value: fromJsonBytes(bytes), versionstamp: entry.versionstamp };
}

/**
 * Stores a document by itself, and removes the parts of what stood there before.
 *
 * @returns Whether it was stored: false when the key changed since `expected`.
 */
export async function putDocument(
  kv: Deno.Kv,
  key: Deno.KvKey,
  document: unknown,
  expected?: string | null,
): Promise<boolean> {
  const generation = crypto.randomUUID();
  let atomic = kv.atomic();
  if (expected !== undefined) atomic = atomic.check({ key, versionstamp: expected });
  for (const write of documentWrites(key, document, generation)) atomic = atomic.set(write.key, write.value);
  const result = await atomic.commit();
  if (result.ok) await removeParts(kv, key, generation);
  return result.ok;
}

/** Removes a document's parts, except those of the generation to keep. */
export async function removeParts(kv: Deno.Kv, key: Deno.KvKey, keep?: string): Promise<void> {
  const prefix = partsPrefix(key);
  for await (const entry of kv.list({ prefix })) {
    if (entry.key[prefix.length] !== keep) await kv.delete(entry.key);
  }
}
