import { z } from "zod";
import { AttemptState } from "../../protocol/exam.ts";
import { set, type Write } from "./mutation.ts";
import { getStored } from "./stored_value.ts";

/** What an attempt held, in numbers. */
const TombstoneCounts = z.strictObject({
  entries: z.int().min(0),
  batches: z.int().min(0),
  answered: z.int().min(0),
  flags: z.int().min(0),
});

/**
 * What is left where something of an attempt was removed: numbers, and the end of its chain, so that a receipt noted
 * elsewhere still names it. Nothing in it says who it was.
 */
export const Tombstone = z.strictObject({
  attempt_id: z.string(),
  exam_id: z.string(),
  removed: z.enum(["events", "everything"]),
  /** Whether its time was over, or somebody asked for it. */
  cause: z.enum(["retention", "erasure"]),
  /** Whether all of it is gone; false while the removal is under way, which the next run goes on with. */
  is_done: z.boolean(),
  at: z.number().describe("Server time, ms since 1970"),
  state: AttemptState,
  ended_at: z.number().nullable(),
  chain: z.string(),
  links: z.string().optional().describe(
    "SHA-256 (hex) of the hashes of its entries, which are kept; absent from older ones",
  ),
  counts: TombstoneCounts,
});
export type Tombstone = z.infer<typeof Tombstone>;

const keyOf = (attemptId: string): Deno.KvKey => ["tombstone", attemptId];

/** What is left of attempts of which something was removed. */
export class TombstoneStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Null for an attempt that is whole. */
  async get(attemptId: string): Promise<Tombstone | null> {
    return (await getStored(this.#kv, Tombstone, keyOf(attemptId)))?.value ?? null;
  }

  put(tombstone: Tombstone): Write {
    return set(keyOf(tombstone.attempt_id), tombstone);
  }
}
