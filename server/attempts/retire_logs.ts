import type { Stores } from "../store/stores.ts";

/** What is looked at. */
type Looked = Pick<Stores, "instances" | "fencedLogs" | "retireLog" | "ownLog">;

/**
 * Tidies up behind instances that ended without a word: what guarded their logs goes. Batches stay, and are found as before. Whoever was
 * thought gone and comes back writes nothing of what it had in memory.
 */
export class LogRetirement {
  readonly #stores: Looked;
  /** Instances that were gone at the last look, and the heartbeats that were seen then. */
  #gone = new Set<string>();
  #beats = new Map<string, number>();

  constructor(stores: Looked) {
    this.#stores = stores;
  }

  /** Retires logs of instances of which nothing was heard since the look before the last one. @returns Whose. */
  async look(): Promise<string[]> {
    const records = await this.#stores.instances.list();
    const beats = new Map(records.map(({ instanceId, record: { beat } }) => [instanceId, beat]));
    const isThere = (id: string) =>
      id === this.#stores.ownLog.id || beats.has(id) && beats.get(id) !== this.#beats.get(id);
    const gone = (await this.#stores.fencedLogs()).filter((id) => !isThere(id));
    const retired = gone.filter((id) => this.#gone.has(id));
    for (const id of retired) await this.#stores.retireLog(id);
    this.#gone = new Set(gone);
    this.#beats = beats;
    return retired;
  }
}
