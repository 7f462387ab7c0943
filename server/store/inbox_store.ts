import { z } from "zod";
import { type ErrorCode, ERRORS } from "../../protocol/errors.ts";
import { watchKeys } from "./key_watch.ts";
import { check, commit, remove, set } from "./mutation.ts";
import { fromJsonBytes, jsonBytes } from "./json_bytes.ts";
import { parseStored } from "./stored_value.ts";

/** Bytes of a letter, at most: it is one KV value. */
const MOST_BYTES = 60_000;

/** How long a letter that nobody fetched stays, ms. */
const KEPT_MS = 60_000;
const BELL_KEPT_MS = 3_600_000;

export const Reply = z.union([
  z.object({ done: z.unknown() }),
  z.object({
    refused: z.object({
      code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
      said: z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
      path: z.string().optional(),
    }),
  }),
]);
export type Reply = z.infer<typeof Reply>;

const Letter = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("request"), from: z.string().nullable(), request: z.unknown() }),
  z.object({ kind: z.literal("answer"), to: z.string(), reply: Reply }),
]);
export type Letter = z.infer<typeof Letter>;

const letterKey = (instanceId: string, letterId: string): Deno.KvKey => ["inbox", instanceId, letterId];
const bellKey = (instanceId: string): Deno.KvKey => ["inbox_bell", instanceId];

/** Letters that wait for an instance, and the bell that says that there are some. */
export class InboxStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /**
   * Leaves a letter and rings the bell.
   *
   * @returns Whether it fits: false where it is too long for the store, and was not left.
   */
  async post(instanceId: string, letterId: string, letter: Letter): Promise<boolean> {
    const bytes = jsonBytes(letter);
    if (bytes.length > MOST_BYTES) return false;
    await commit(this.#kv, [
      set(letterKey(instanceId, letterId), bytes, KEPT_MS),
      set(bellKey(instanceId), letterId, BELL_KEPT_MS),
    ]);
    return true;
  }

  /** Takes a letter back that was not fetched yet. */
  async withdraw(instanceId: string, letterId: string): Promise<void> {
    await this.#kv.delete(letterKey(instanceId, letterId));
  }

  /**
   * Takes every letter out of an inbox, each once: whoever sent one may take it back in the same moment.
   *
   * @param onLetter Told of each as soon as it is taken.
   */
  async fetch(instanceId: string, onLetter: (letterId: string, letter: Letter) => void): Promise<void> {
    const waiting = await Array.fromAsync(this.#kv.list({ prefix: ["inbox", instanceId] }));
    await Promise.all(waiting.map(async ({ key, value, versionstamp }) => {
      const taken = await commit(this.#kv, [check(key, versionstamp), remove(key)]);
      if (taken === null) return;
      const bytes = parseStored(z.instanceof(Uint8Array), key, value);
      onLetter(String(key[2]), parseStored(Letter, key, fromJsonBytes(bytes)));
    }));
  }

  /** Calls back when letters may have come; ends with the function that it returns. */
  watch(instanceId: string, pollMs: number, onBell: () => Promise<void>): () => void {
    return watchKeys(this.#kv, [bellKey(instanceId)], pollMs, onBell);
  }
}
