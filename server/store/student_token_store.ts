import { z } from "zod";
import { type Mutation, remove, set, type Write } from "./mutation.ts";
import { getStored } from "./stored_value.ts";

/** What a student's session token opens. */
const TokenTarget = z.object({
  attemptId: z.string(),
  examId: z.string(),
  /** Hash of the request that can be answered with this token again; gone once the token was used. */
  startRequest: z.string().optional(),
});
type TokenTarget = z.infer<typeof TokenTarget>;

const keyOf = (tokenHash: string): Deno.KvKey => ["attempt_by_token", tokenHash];

/** Students' session tokens, under their hashes. */
export class StudentTokenStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** The attempt that the token of this hash opens, or null. */
  async get(tokenHash: string): Promise<TokenTarget | null> {
    return (await getStored(this.#kv, TokenTarget, keyOf(tokenHash)))?.value ?? null;
  }

  put(tokenHash: string, target: TokenTarget): Write {
    return set(keyOf(tokenHash), target);
  }

  remove(tokenHash: string): Mutation {
    return remove(keyOf(tokenHash));
  }
}
