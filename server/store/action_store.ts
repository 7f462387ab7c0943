import { removeBelow } from "./commit_in_groups.ts";
import { set, type Write } from "./mutation.ts";

const keyOf = (attemptId: string, actionId: string): Deno.KvKey => ["action", attemptId, actionId];

/** Ids of proctors' actions that were carried out: one that is sent again, such as after a reconnect, is done once. */
export class ActionStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  async has(attemptId: string, actionId: string): Promise<boolean> {
    return (await this.#kv.get(keyOf(attemptId, actionId))).versionstamp !== null;
  }

  /** @param at Server time, ms since 1970. */
  put(attemptId: string, actionId: string, at: number): Write {
    return set(keyOf(attemptId, actionId), at);
  }

  /** Removes all of an attempt's. */
  removeAll(attemptId: string): Promise<void> {
    return removeBelow(this.#kv, ["action", attemptId]);
  }
}
