/** What SQLite says of a page that it cannot make sense of. */
const DAMAGED = /malformed|not a database/i;

/**
 * Notices when a store that is being used turns out to be damaged: a part of it cannot be read, whatever else still
 * works. Looks at what is asked of it anyway, and asks nothing itself.
 */
export class DamageWatch {
  #isDamaged = false;
  /** Told once. */
  onDamage: (error: unknown) => void = () => {};

  /** @param kv Watched from here on, for whoever uses it. */
  constructor(kv: Deno.Kv) {
    const get = kv.get.bind(kv);
    const getMany = kv.getMany.bind(kv);
    const list = kv.list.bind(kv);
    const set = kv.set.bind(kv);
    const remove = kv.delete.bind(kv);
    const atomic = kv.atomic.bind(kv);
    const watched = <Value>(work: Promise<Value>): Promise<Value> => {
      work.catch((error) => this.#look(error));
      return work;
    };
    kv.get = <Value>(...given: Parameters<typeof kv.get>) => watched(get<Value>(...given));
    kv.getMany = (keys, ...options) => watched(getMany(keys, ...options));
    kv.set = (...given) => watched(set(...given));
    kv.delete = (...given) => watched(remove(...given));
    kv.list = <Value>(...given: Parameters<typeof kv.list>) => {
      const entries = list<Value>(...given);
      const next = entries.next.bind(entries);
      entries.next = () => watched(next());
      return entries;
    };
    kv.atomic = () => {
      const operation = atomic();
      const commit = operation.commit.bind(operation);
      operation.commit = () => watched(commit());
      return operation;
    };
  }

  /** Whether something of the store could not be read since the start. Stays: nobody mends it while it runs. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  #look(error: unknown): void {
    if (this.#isDamaged || !(error instanceof Error) || !DAMAGED.test(error.message)) return;
    this.#isDamaged = true;
    this.onDamage(error);
  }
}
