import { z } from "zod";
import { parseStored } from "./stored_value.ts";

const InstanceRecord = z.object({
  /** Counts its heartbeats: a clock of its own, so that nobody's wall clock is compared with another's. */
  beat: z.number(),
  /** Exams whose rooms have proctors there. */
  rooms: z.array(z.string()),
  /** The process that it shares with other instances; absent for one that is alone in its own. */
  process: z.string().optional(),
  /** Its server time, ms since 1970; absent from an older version. Told where it differs, and never compared for a term. */
  at: z.number().optional(),
});
export type InstanceRecord = z.infer<typeof InstanceRecord>;

/** How long a heartbeat that nobody removed stays, ms. */
const KEPT_MS = 60_000;

const keyOf = (instanceId: string): Deno.KvKey => ["instance", instanceId];

/** Heartbeats of the instances that share the store. */
export class InstanceStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  async put(instanceId: string, record: InstanceRecord): Promise<void> {
    await this.#kv.set(keyOf(instanceId), record, { expireIn: KEPT_MS });
  }

  list(): Promise<{ instanceId: string; record: InstanceRecord }[]> {
    return Array.fromAsync(
      this.#kv.list({ prefix: ["instance"] }),
      ({ key, value }) => ({ instanceId: String(key[1]), record: parseStored(InstanceRecord, key, value) }),
    );
  }

  async remove(instanceId: string): Promise<void> {
    await this.#kv.delete(keyOf(instanceId));
  }
}
