import { z } from "zod";
import { check, type Mutation, remove, set, type Write } from "./mutation.ts";
import { getStored, type Versioned } from "./stored_value.ts";

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
  get(tokenHash: string): Promise<Versioned<TokenTarget> | null> {
    return getStored(this.#kv, TokenTarget, keyOf(tokenHash));
  }

  put(tokenHash: string, target: TokenTarget): Write {
    return set(keyOf(tokenHash), target);
  }

  /** Puts another target in the place of the one that was read at `versionstamp`. */
  replace(tokenHash: string, versionstamp: string, target: TokenTarget): Mutation[] {
    return [check(keyOf(tokenHash), versionstamp), this.put(tokenHash, target)];
  }

  remove(tokenHash: string): Mutation {
    return remove(keyOf(tokenHash));
  }
}
