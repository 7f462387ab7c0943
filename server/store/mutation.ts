import { storedSize } from "./stored_size.ts";

/**
 * One part of an atomic. A noun's store makes them and {@link commit} or the committer carries them out; whoever carries
 * them from one to the other puts together what belongs together, and looks at nothing inside.
 */
export type Mutation =
  | Check
  | Write
  | { kind: "delete"; key: Deno.KvKey }
  | { kind: "sum"; key: Deno.KvKey; by: bigint };

/** A condition: without it, nothing of the atomic is carried out. */
export type Check = { kind: "check"; key: Deno.KvKey; versionstamp: string | null };

/** A value that is written, with its measured size. */
export type Write = { kind: "set"; key: Deno.KvKey; value: unknown; bytes: number; expireInMs?: number };

/** Carries mutations out, all or none: {@link commit} on a store that is open. */
export type Commit = (mutations: Iterable<Mutation>) => Promise<string | null>;

/** Requires that a key still is as it was read; null that it is not there. */
export function check(key: Deno.KvKey, versionstamp: string | null): Check {
  return { kind: "check", key, versionstamp };
}

/**
 * Writes a value.
 *
 * @param expireInMs After so long the store may drop it, ms. It does so when it likes: keep an own time where it matters.
 * @throws {TypeError} If the value is of a kind that no store of ours keeps.
 */
export function set(key: Deno.KvKey, value: unknown, expireInMs?: number): Write {
  return { kind: "set", key, value, bytes: storedSize(value), expireInMs };
}

/** Removes a key. */
export function remove(key: Deno.KvKey): Mutation {
  return { kind: "delete", key };
}

/** Adds to a counter, which begins at 0. */
export function sum(key: Deno.KvKey, by: bigint): Mutation {
  return { kind: "sum", key, by };
}

/** What a key takes of an atomic, in bytes: more than any of ours. */
const KEY_BYTES = 200;

/** Bytes that mutations take of an atomic, at most a few too many. */
export function bytesOf(mutations: readonly Mutation[]): number {
  let bytes = 0;
  for (const mutation of mutations) bytes += KEY_BYTES + (mutation.kind === "set" ? mutation.bytes : 0);
  return bytes;
}

/** Puts mutations into an atomic, in their order. */
export function into(atomic: Deno.AtomicOperation, mutations: Iterable<Mutation>): Deno.AtomicOperation {
  for (const mutation of mutations) {
    switch (mutation.kind) {
      case "check":
        atomic.check({ key: mutation.key, versionstamp: mutation.versionstamp });
        break;
      case "set":
        atomic.set(mutation.key, mutation.value, { expireIn: mutation.expireInMs });
        break;
      case "delete":
        atomic.delete(mutation.key);
        break;
      case "sum":
        atomic.sum(mutation.key, mutation.by);
    }
  }
  return atomic;
}

/**
 * Carries out mutations, all or none.
 *
 * @returns The versionstamp of what was written, or null where a check failed: nothing was written then.
 */
export async function commit(kv: Deno.Kv, mutations: Iterable<Mutation>): Promise<string | null> {
  const result = await into(kv.atomic(), mutations).commit();
  return result.ok ? result.versionstamp : null;
}
