import { z } from "zod";
import type { Migration } from "./migration.ts";
import { type Mutation, remove } from "../mutation.ts";
import { getStored } from "../stored_value.ts";

/** Attempts of one step: a snapshot has a few parts at most, and an atomic takes 1,000 mutations. */
const ATTEMPTS_PER_STEP = 25;

const Tombstone = z.object({ removed: z.enum(["events", "everything"]) });

/**
 * Snapshots keep what their signals remember under names now, no longer as lists of numbers. One of the older shape
 * goes, and the attempt is folded anew from its log when it is next opened. Where the log was removed, the snapshot
 * is all that is left of the attempt: it stays as it is.
 */
export const dropOldSnapshots: Migration = {
  name: "drop_old_snapshots",
  async step(kv, cursor) {
    const mutations: Mutation[] = [];
    const snapshots = kv.list({ prefix: ["snapshot"] }, { limit: ATTEMPTS_PER_STEP, cursor: cursor ?? undefined });
    let seen = 0;
    for await (const { key } of snapshots) {
      seen++;
      const tombstone = await getStored(kv, Tombstone, ["tombstone", key[1]]);
      if (tombstone?.value.removed === "events") continue;
      mutations.push(remove(key));
      for await (const part of kv.list({ prefix: ["part", ...key] })) mutations.push(remove(part.key));
    }
    return { mutations, seen, cursor: seen < ATTEMPTS_PER_STEP ? null : snapshots.cursor };
  },
};
