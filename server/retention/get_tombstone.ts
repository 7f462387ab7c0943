import { keys } from "../store/keys.ts";
import { Tombstone } from "./tombstone.ts";

/** What is left of an attempt that was removed, or null for one that was not. */
export async function getTombstone(kv: Deno.Kv, attemptId: string): Promise<Tombstone | null> {
  const stored = await kv.get(keys.tombstone(attemptId));
  return stored.versionstamp === null ? null : Tombstone.parse(stored.value);
}
