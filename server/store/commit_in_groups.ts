import { commit, type Mutation, remove } from "./mutation.ts";

/** Mutations of one atomic, and bytes of their values: well below what the store takes. */
const MUTATIONS_PER_ATOMIC = 500;
const BYTES_PER_ATOMIC = 400_000;

/**
 * Carries out many mutations that need not be done together, in few atomics. What is cut off in between is done in part.
 *
 * @returns How many there were.
 */
export async function commitInGroups(
  kv: Deno.Kv,
  mutations: AsyncIterable<Mutation> | Iterable<Mutation>,
): Promise<number> {
  let group: Mutation[] = [];
  let bytes = 0;
  let count = 0;
  for await (const mutation of mutations) {
    const size = mutation.kind === "set" ? mutation.bytes : 0;
    if (group.length > 0 && (group.length >= MUTATIONS_PER_ATOMIC || bytes + size > BYTES_PER_ATOMIC)) {
      await commit(kv, group);
      group = [];
      bytes = 0;
    }
    group.push(mutation);
    bytes += size;
    count++;
  }
  if (group.length > 0) await commit(kv, group);
  return count;
}

/** Removes everything below a prefix. */
export async function removeBelow(kv: Deno.Kv, prefix: Deno.KvKey): Promise<void> {
  await commitInGroups(kv, removals(kv, prefix));
}

async function* removals(kv: Deno.Kv, prefix: Deno.KvKey): AsyncGenerator<Mutation> {
  for await (const { key } of kv.list({ prefix })) yield remove(key);
}
