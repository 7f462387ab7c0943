import { migrate } from "./migrate.ts";
import { openStore } from "./open_store.ts";
import { requireRestored } from "./restoring.ts";

/**
 * Opens the store that the settings name, and brings it to the version of this code.
 *
 * @param say Told what a migration does, in sentences.
 * @param open Opens the store; tests give one that fails.
 * @throws {RangeError} In one sentence: if it cannot be opened, is half restored, is newer than this code, or cannot
 * be migrated.
 */
export async function openMigrated(
  settings: Parameters<typeof openStore>[0],
  say: (what: string) => void,
  open: typeof openStore = openStore,
): Promise<Deno.Kv> {
  const kv = await open(settings);
  try {
    await requireRestored(kv);
    await migrate(kv, { say });
    return kv;
  } catch (error) {
    kv.close();
    throw error;
  }
}
