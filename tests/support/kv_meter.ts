import { serialize } from "node:v8";

/** What was asked of a store. */
export interface KvUse {
  commits: number;
  mutations: number;
  /** Of keys and values as they are stored. */
  bytes: number;
  /** Mutations counted in started kB, as hosted stores charge them. */
  kilobytes: number;
  reads: number;
  /** Entries that lists came to. */
  listed: number;
  byFamily: Record<string, { mutations: number; bytes: number }>;
}

/** Counts what a store is asked for from now on. */
export function meter(kv: Deno.Kv): KvUse {
  const use: KvUse = { commits: 0, mutations: 0, bytes: 0, kilobytes: 0, reads: 0, listed: 0, byFamily: {} };
  const count = (key: Deno.KvKey, value?: unknown): void => {
    const bytes = serialize(key).length + (value === undefined ? 0 : serialize(value).length);
    const family = use.byFamily[String(key[0] === "attempt" && key.length > 2 ? key[2] : key[0])] ??= {
      mutations: 0,
      bytes: 0,
    };
    for (const one of [use, family]) {
      one.mutations++;
      one.bytes += bytes;
    }
    use.kilobytes += Math.ceil(bytes / 1_024);
  };
  const { atomic, set, delete: remove, get, getMany, list } = kv;
  kv.atomic = () => {
    const operation = atomic.call(kv);
    const own = { set: operation.set, delete: operation.delete, commit: operation.commit };
    operation.set = (key, value, options) => {
      count(key, value);
      return own.set.call(operation, key, value, options);
    };
    operation.delete = (key) => {
      count(key);
      return own.delete.call(operation, key);
    };
    operation.commit = () => {
      use.commits++;
      return own.commit.call(operation);
    };
    return operation;
  };
  kv.set = (key, value, options) => {
    count(key, value);
    use.commits++;
    return set.call(kv, key, value, options);
  };
  kv.delete = (key) => {
    count(key);
    use.commits++;
    return remove.call(kv, key);
  };
  kv.get = ((key: Deno.KvKey, options?: { consistency?: Deno.KvConsistencyLevel }) => {
    use.reads++;
    return get.call(kv, key, options);
  }) as typeof kv.get;
  kv.getMany = ((wanted: Deno.KvKey[], options?: { consistency?: Deno.KvConsistencyLevel }) => {
    use.reads += wanted.length;
    return getMany.call(kv, wanted, options);
  }) as typeof kv.getMany;
  kv.list = ((selector: Deno.KvListSelector, options?: Deno.KvListOptions) => {
    use.reads++;
    const entries = list.call(kv, selector, options);
    const next = entries.next.bind(entries);
    entries.next = async () => {
      const result = await next();
      if (!result.done) use.listed++;
      return result;
    };
    return entries;
  }) as typeof kv.list;
  return use;
}
