import { z } from "zod";
import { getStored } from "./stored_value.ts";

/** What a server knew of the time, on a machine that has not been started anew since. */
const ClockRecord = z.object({
  /** Server time, ms since 1970. */
  at: z.number(),
  /** Since the machine was started, ms. */
  uptime: z.number(),
});
export type ClockRecord = z.infer<typeof ClockRecord>;

/** How long it is kept after the last server of a machine ended, ms: machines are started anew. */
const KEPT_MS = 400 * 24 * 3_600_000;

const keyOf = (boot: string): Deno.KvKey => ["clock", boot];

/** The time as servers knew it last, for each start of a machine. */
export class ClockStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** @param boot Id of this start of the machine. */
  async get(boot: string): Promise<ClockRecord | null> {
    return (await getStored(this.#kv, ClockRecord, keyOf(boot)))?.value ?? null;
  }

  async put(boot: string, record: ClockRecord): Promise<void> {
    await this.#kv.set(keyOf(boot), record, { expireIn: KEPT_MS });
  }
}
