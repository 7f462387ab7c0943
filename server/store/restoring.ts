import { type Mutation, remove, set, type Write } from "./mutation.ts";

const MARK: Deno.KvKey = ["restoring"];

/** Marks a store into which a backup is being put; first thing written, so that a restore that is killed leaves it there. */
export function markRestoring(): Write {
  return set(MARK, true);
}

/** Takes the mark away: everything is in. */
export function unmarkRestoring(): Mutation {
  return remove(MARK);
}

/** Whether a key is the mark itself. */
export function isRestoringMark(key: Deno.KvKey): boolean {
  return key[0] === MARK[0];
}

/** Whether a restore was begun and has not ended. */
export async function isRestoring(kv: Deno.Kv): Promise<boolean> {
  return (await kv.get(MARK)).versionstamp !== null;
}

/** @throws {RangeError} In one sentence, where a restore was begun and has not ended: a part of the answers is missing. */
export async function requireRestored(kv: Deno.Kv): Promise<void> {
  if (!(await isRestoring(kv))) return;
  throw new RangeError(
    "Cannot start: a restore into this store has not ended, so a part of it is missing. Run `deno task restore` again.",
  );
}
