import { z } from "zod";
import { type Mutation, set } from "./mutation.ts";
import { getStored } from "./stored_value.ts";

/** What retention knows of the time, and what waits for somebody's word. */
export const RetentionRecord = z.object({
  /** Server time up to which servers have been there, ms since 1970: nothing is due by a time that nobody saw come. */
  seenUntil: z.number(),
  /** What was due by then may go, because an admin said so; ms since 1970, null for never. */
  confirmedUntil: z.number().nullable(),
  /** Attempts of which something is due and waits for an admin; null where none does. */
  waiting: z.object({ since: z.number(), events: z.number(), everything: z.number() }).nullable(),
});
export type RetentionRecord = z.infer<typeof RetentionRecord>;

const KEY: Deno.KvKey = ["retention"];

/** What the job of retention has to know from one look to the next. */
export class RetentionStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  async get(): Promise<RetentionRecord | null> {
    return (await getStored(this.#kv, RetentionRecord, KEY))?.value ?? null;
  }

  put(record: RetentionRecord): Mutation {
    return set(KEY, record);
  }
}
