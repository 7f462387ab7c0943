import { AttemptSeal } from "../evidence/seal.ts";
import { type Mutation, remove, set, type Write } from "./mutation.ts";
import { getStored } from "./stored_value.ts";

const keyOf = (attemptId: string): Deno.KvKey => ["seal", attemptId];

/** Signed summaries of attempts whose logs do not say by themselves what they are bound to. */
export class SealStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Null for an attempt whose own log says it. */
  async get(attemptId: string): Promise<AttemptSeal | null> {
    return (await getStored(this.#kv, AttemptSeal, keyOf(attemptId)))?.value ?? null;
  }

  put(seal: AttemptSeal): Write {
    return set(keyOf(seal.attempt_id), seal);
  }

  remove(attemptId: string): Mutation {
    return remove(keyOf(attemptId));
  }
}
