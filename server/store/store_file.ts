import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What SQLite keeps beside its file; it gives them the file's own mode when it makes them. */
const BESIDE = ["-wal", "-shm", "-journal"];

/** Bits of a mode that let others than the owner in. */
const OTHERS = 0o077;

/**
 * Makes a store's file ready to be opened: nobody but its owner reads it, as it holds names, answers and secrets.
 *
 * @throws {RangeError} In one sentence: where it is no file, may not be written, or is damaged.
 */
export async function prepareStoreFile(path: string): Promise<void> {
  try {
    await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await requireWritable(path);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw unusable(path, reasonOf(error));
  }
  for (const beside of ["", ...BESIDE]) await closeToOthers(path + beside);
  requireSoundFile(path);
}

/**
 * Looks through a store's file, if it is there. Takes about as long as reading it once.
 *
 * @throws {RangeError} In one sentence, if it is damaged or no store at all.
 */
export function requireSoundFile(path: string): void {
  let found: unknown;
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      found = database.prepare("pragma quick_check(1)").get()?.quick_check;
    } finally {
      database.close();
    }
  } catch (error) {
    throw unusable(path, reasonOf(error));
  }
  if (found !== "ok") throw unusable(path, `it is damaged (${String(found).split("\n").at(-1)})`);
}

/** The error that says in one sentence why a store cannot be used, and what helps. */
export function unusable(path: string, reason: string): RangeError {
  return new RangeError(
    `Cannot open the store at ${path}: ${reason}. Nothing was changed. Name another one with INVIGIL_KV, or restore a backup.`,
  );
}

/** Makes the file where there is none; an existing one is opened and left as it is. */
async function requireWritable(path: string): Promise<void> {
  const file = await Deno.open(path, { read: true, write: true, create: true, mode: 0o600 });
  try {
    const { isFile, mode } = await file.stat();
    if (!isFile) throw unusable(path, "it is no file");
    // Root may write what nobody is meant to write.
    if (mode !== null && (mode & 0o200) === 0) throw unusable(path, "it is read-only");
  } finally {
    file.close();
  }
}

async function closeToOthers(path: string): Promise<void> {
  const found = await Deno.stat(path).catch(() => null);
  if (found === null || found.mode === null || (found.mode & OTHERS) === 0) return;
  try {
    await Deno.chmod(path, found.mode & 0o700);
  } catch (error) {
    throw unusable(path, `others can read it, and that could not be changed (${reasonOf(error)})`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Deno.errors.PermissionDenied) return "this account may not write it";
  if (error instanceof Deno.errors.IsADirectory) return "it is no file";
  const message = error instanceof Error ? error.message : String(error);
  if (/not a database/.test(message)) return "it is not a store";
  if (/malformed/.test(message)) return "it is damaged";
  if (/read-?only/i.test(message)) return "it is read-only";
  return message;
}
