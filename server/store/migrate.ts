import { setTimeout as delay } from "node:timers/promises";
import { Lease } from "./lease.ts";
import type { Migration } from "./migrations/migration.ts";
import { MIGRATIONS } from "./migrations/registry.ts";
import { commit } from "./mutation.ts";
import { getStoreVersion, setStoreVersion, type StoreVersion } from "./store_version.ts";

/** How often whoever waits for another instance looks, ms. */
const LOOK_EVERY_MS = 250;

/** How often a long migration says how far it is, ms. */
const SAY_EVERY_MS = 2_000;

/** How a store is migrated. */
export interface MigrateOptions {
  /** Told what happens, in sentences for the log. */
  say: (what: string) => void;
  /** The migrations that this server knows. */
  migrations?: readonly Migration[];
  /** ms of a clock that never runs backwards. */
  now?: () => number;
  /** Lets time pass, ms. */
  wait?: (ms: number) => Promise<void>;
}

/**
 * Brings a store to the version of this server, before anything else reads it. One instance does it at a time, by a
 * lease, and the others wait for it. What was interrupted goes on where it was.
 *
 * @throws {RangeError} In one sentence: if the store is newer than this server, or a migration fails.
 */
export async function migrate(kv: Deno.Kv, options: MigrateOptions): Promise<void> {
  const { say, migrations = MIGRATIONS, now = () => performance.now(), wait = delay } = options;
  const lease = new Lease(kv, "migrations", crypto.randomUUID(), now);
  let isWaiting = false;
  try {
    while (!await isReady(kv, migrations)) {
      if (await lease.take() !== null) await migrateUnder(kv, lease, migrations, say, now);
      else {
        if (!isWaiting) say("Another instance migrates the store: waiting for it");
        isWaiting = true;
        await wait(LOOK_EVERY_MS);
      }
    }
  } finally {
    await lease.release();
  }
}

/** Whether a store is of this server's version. One that is empty becomes so at once. */
async function isReady(kv: Deno.Kv, migrations: readonly Migration[]): Promise<boolean> {
  const at = await getStoreVersion(kv);
  const { version } = at.record;
  if (version > migrations.length) {
    throw new RangeError(
      `Cannot start: the store is of version ${version}, and this server reads up to ${migrations.length}. ` +
        "Start the newer server, or restore a backup from before it.",
    );
  }
  if (version === migrations.length) return true;
  if (at.versionstamp !== null || !await isEmpty(kv)) return false;
  return await commit(kv, setStoreVersion(at, { version: migrations.length, underway: null })) !== null;
}

async function isEmpty(kv: Deno.Kv): Promise<boolean> {
  return (await kv.list({ prefix: [] }, { limit: 1 }).next()).done === true;
}

/** Goes on as long as the lease is held, step by step. */
async function migrateUnder(
  kv: Deno.Kv,
  lease: Lease,
  migrations: readonly Migration[],
  say: (what: string) => void,
  now: () => number,
): Promise<void> {
  let saidAt = now();
  for (;;) {
    const at = await getStoreVersion(kv);
    const migration = migrations.at(at.record.version);
    if (migration === undefined) return;
    const { underway } = at.record;
    if (underway === null) say(`Migrating the store to version ${at.record.version + 1}: ${migration.name}`);
    else if (now() - saidAt >= SAY_EVERY_MS) {
      say(`Migrating the store, ${migration.name}: ${underway.seen} values so far`);
      saidAt = now();
    }
    const fence = await lease.take();
    if (fence === null) return;
    if (await commit(kv, [fence, ...await stepOf(kv, migration, at)]) === null) return;
  }
}

/** The next step of a migration, and in the same atomic where it leaves the store. */
async function stepOf(kv: Deno.Kv, migration: Migration, at: StoreVersion) {
  const { version, underway } = at.record;
  if (underway !== null && underway.name !== migration.name) {
    throw new RangeError(
      `Cannot start: the store is in the middle of the migration ${underway.name}, which this server does not know.`,
    );
  }
  try {
    const { mutations, seen, cursor } = await migration.step(kv, underway?.cursor ?? null);
    const next = cursor === null
      ? { version: version + 1, underway: null }
      : { version, underway: { name: migration.name, seen: (underway?.seen ?? 0) + seen, cursor } };
    return [...mutations, ...setStoreVersion(at, next)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RangeError(
      `Cannot start: the migration ${migration.name} failed, and the store is left as it is. ${reason}`,
    );
  }
}
