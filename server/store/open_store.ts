import type { Settings } from "../config.ts";
import { patientKv } from "./patient_kv.ts";
import { probeKey } from "./probe_key.ts";
import { prepareStoreFile, unusable } from "./store_file.ts";

/**
 * Opens the KV store that the settings name.
 *
 * @param isSound Whether somebody in this process has looked through its file already.
 * @throws {RangeError} In one sentence: where it cannot be opened, or would lose what is written, as on Deploy without an
 * assigned database.
 */
export async function openStore(
  settings: Pick<Settings, "kv" | "isKvRemote" | "isOnDeploy">,
  isSound = false,
): Promise<Deno.Kv> {
  const { kv: path } = settings;
  const isFile = path !== undefined && !settings.isKvRemote && path !== ":memory:";
  if (isFile && !isSound) await prepareStoreFile(path);
  const kv = await openKv(path, settings.isKvRemote);
  if (settings.isOnDeploy && !(await isShared(kv, path))) {
    kv.close();
    throw new RangeError(
      "Cannot start: no KV database is assigned to this app, so every answer would be lost. Assign one in the dashboard of Deno Deploy.",
    );
  }
  return kv;
}

/** Opens a database, and sees that it can be written. @throws {RangeError} In one sentence. */
async function openKv(path: string | undefined, isRemote: boolean): Promise<Deno.Kv> {
  try {
    const opened = await Deno.openKv(path);
    if (isRemote) return opened;
    const kv = patientKv(opened);
    await kv.delete(probeKey("open"));
    return kv;
  } catch (error) {
    throw unusable(path ?? "its place", error instanceof Error ? error.message : String(error));
  }
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
