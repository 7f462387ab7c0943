import { z } from "zod";
import { check, type Mutation, set } from "./mutation.ts";
import { getStored } from "./stored_value.ts";

/** What a `POST /start_exam` with a `request_id` led to. */
export const StartRequest = z.object({
  /** Hash of the body that it came with. */
  bodyHash: z.string(),
  attemptId: z.string(),
  at: z.number(),
  /** Whether the token that was given out has been used: then it has arrived, and is not given out again. */
  isUsed: z.boolean(),
});
export type StartRequest = z.infer<typeof StartRequest>;

const keyOf = (requestHash: string): Deno.KvKey => ["start_request", requestHash];

/** Joins of the last minutes, under the hash of their `request_id`: an answer that got lost is given again. */
export class StartRequestStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  async get(requestHash: string): Promise<StartRequest | null> {
    return (await getStored(this.#kv, StartRequest, keyOf(requestHash)))?.value ?? null;
  }

  /** Fails where the request is known already. @param keepMs After so long the store may forget it, ms. */
  insert(requestHash: string, request: StartRequest, keepMs: number): Mutation[] {
    return [check(keyOf(requestHash), null), this.put(requestHash, request, keepMs)];
  }

  put(requestHash: string, request: StartRequest, keepMs: number): Mutation {
    return set(keyOf(requestHash), request, keepMs);
  }
}
