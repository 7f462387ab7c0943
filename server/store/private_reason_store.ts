import { z } from "zod";
import { removeBelow } from "./commit_in_groups.ts";
import { set, type Write } from "./mutation.ts";
import { parseStored } from "./stored_value.ts";

/** A reason with the salt that its hash was made with: without the salt nobody finds the words by trying. */
const PrivateReason = z.strictObject({ salt: z.string(), text: z.string() });
export type PrivateReason = z.infer<typeof PrivateReason>;

const prefixOf = (attemptId: string): Deno.KvKey => ["private_reason", attemptId];

/** Reasons of accommodations and breaks, which are nobody's business but the exam's staff: an entry of the log has their hash. */
export class PrivateReasonStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** An attempt's reasons, by their hashes. */
  async list(attemptId: string): Promise<ReadonlyMap<string, PrivateReason>> {
    const reasons = new Map<string, PrivateReason>();
    for await (const { key, value } of this.#kv.list({ prefix: prefixOf(attemptId) })) {
      reasons.set(String(key.at(-1)), parseStored(PrivateReason, key, value));
    }
    return reasons;
  }

  put(attemptId: string, hash: string, reason: PrivateReason): Write {
    return set([...prefixOf(attemptId), hash], reason);
  }

  /** Removes all of an attempt's. */
  removeAll(attemptId: string): Promise<void> {
    return removeBelow(this.#kv, prefixOf(attemptId));
  }
}
