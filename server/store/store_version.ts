import { z } from "zod";
import { check, type Mutation, set } from "./mutation.ts";
import { getStored } from "./stored_value.ts";

const VersionRecord = z.object({
  /** Migrations that the store has been through. */
  version: z.int().min(0),
  /** The migration that is under way: values it has looked at, and where it goes on. */
  underway: z.object({ name: z.string(), seen: z.int(), cursor: z.string() }).nullable(),
});
type VersionRecord = z.infer<typeof VersionRecord>;

/** A store's version, as it was read; without a versionstamp where none was ever written. */
export interface StoreVersion {
  record: VersionRecord;
  versionstamp: string | null;
}

const KEY: Deno.KvKey = ["store_version"];

/** A store without a version is one of the time before versions: 0. */
const UNVERSIONED: VersionRecord = { version: 0, underway: null };

/** The version of a store. */
export async function getStoreVersion(kv: Deno.Kv): Promise<StoreVersion> {
  const stored = await getStored(kv, VersionRecord, KEY);
  return { record: stored?.value ?? UNVERSIONED, versionstamp: stored?.versionstamp ?? null };
}

/** Writes a version; fails where it was changed since it was read. */
export function setStoreVersion({ versionstamp }: StoreVersion, record: VersionRecord): Mutation[] {
  return [check(KEY, versionstamp), set(KEY, record)];
}
