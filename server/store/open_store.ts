import { dirname } from "node:path";
import type { Settings } from "../config.ts";
import { patientKv } from "./patient_kv.ts";
import { probeKey } from "./probe_key.ts";

/**
 * Opens the KV store that the settings name.
 *
 * @throws {RangeError} Where a store would lose what is written: on Deploy without an assigned database.
 */
export async function openStore(settings: Pick<Settings, "kv" | "isKvRemote" | "isOnDeploy">): Promise<Deno.Kv> {
  const { kv: path } = settings;
  if (path !== undefined && !settings.isKvRemote && path !== ":memory:") {
    await Deno.mkdir(dirname(path), { recursive: true });
  }
  const opened = await Deno.openKv(path);
  const kv = settings.isKvRemote ? opened : patientKv(opened);
  if (settings.isOnDeploy && !(await isShared(kv, path))) {
    kv.close();
    throw new RangeError(
      "Cannot start: no KV database is assigned to this app, so every answer would be lost. Assign one in the dashboard of Deno Deploy.",
    );
  }
  return kv;
}

/**
 * Whether a second handle sees what the first wrote. A database that is only in this process's memory does not
 * pass: each handle has its own.
 */
async function isShared(kv: Deno.Kv, path: string | undefined): Promise<boolean> {
  const key = probeKey(crypto.randomUUID());
  await kv.set(key, true, { expireIn: 60_000 });
  const second = await Deno.openKv(path);
  try {
    return (await second.get(key)).value === true;
  } finally {
    second.close();
    await kv.delete(key);
  }
}
