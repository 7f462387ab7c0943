/**
 * `deno task backup --to FILE`: everything in the store, as NDJSON that `deno task restore` reads. May run beside the
 * server: a store that is a file is copied as of one moment first; on a store that several servers share, each
 * attempt is whole by itself. Holds everything that the store holds, secrets included: keep it as safe.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { readSettings } from "../config.ts";
import { backUp } from "../delivery/backup.ts";
import { frozenCopy } from "../delivery/frozen_copy.ts";
import { openStore } from "../store/open_store.ts";
import { requireSoundFile } from "../store/store_file.ts";
import { createStores } from "../store/stores.ts";
import type { WholeStore } from "../store/whole_store.ts";
import { boundValues } from "./bound_values.ts";
import { runTask } from "./run_task.ts";

async function writeBackup(store: WholeStore, path: string): Promise<void> {
  // Owner only; written beside and moved, so that a file of that name is a whole backup.
  const partial = `${path}.partial`;
  const file = await Deno.open(partial, { write: true, createNew: true, mode: 0o600 });
  try {
    await ReadableStream.from(backUp(store, Date.now())).pipeTo(file.writable);
    await Deno.rename(partial, path);
  } catch (error) {
    await Deno.remove(partial);
    throw error;
  }
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args: boundValues(args, ["to"]), options: { to: { type: "string" } } });
  if (values.to === undefined) throw new RangeError("Usage: deno task backup --to FILE");
  const settings = readSettings(Deno.env.toObject());
  const folder = await Deno.makeTempDir({ prefix: "invigil-backup-" });
  try {
    const isFile = !settings.isKvRemote && settings.kv !== undefined;
    const copy = `${folder}/frozen.kv`;
    if (isFile) {
      await Deno.stat(settings.kv ?? "").catch(() => {
        throw new RangeError(`There is no store at ${settings.kv}.`);
      });
      requireSoundFile(settings.kv ?? "");
      frozenCopy(settings.kv ?? "", copy);
    }
    const kv = await openStore(isFile ? { ...settings, kv: copy } : settings);
    try {
      const { whole } = createStores(kv);
      await whole.requireRestored();
      await writeBackup(whole, values.to);
    } finally {
      kv.close();
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  console.log(`Backed up to ${values.to}.`);
}

if (import.meta.main) await runTask(main);
