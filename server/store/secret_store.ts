import { z } from "zod";
import { check, commit, set } from "./mutation.ts";
import { getStored } from "./stored_value.ts";

const keyOf = (name: string): Deno.KvKey => ["secret", name];

/** Secrets that the server made for itself, so that a laptop needs no setting and a restart signs nobody out. */
export class SecretStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** The secret of a name, made at the first call: of several instances that start at once, one makes it. */
  async ensure(name: string, make: () => string): Promise<string> {
    const key = keyOf(name);
    for (;;) {
      const stored = await getStored(this.#kv, z.string(), key);
      if (stored !== null) return stored.value;
      await commit(this.#kv, [check(key, null), set(key, make())]);
    }
  }
}
