import { asStoreFailure } from "./store_unavailable.ts";

/**
 * The same database, whose failures say whose they are: what it could not do is a {@link StoreUnavailable}. Whoever
 * answers for a request then need not try the database out to know.
 *
 * @param onFailure Told of each failure, as the database said it.
 */
export function namedFailures(kv: Deno.Kv, onFailure: (error: unknown) => void = () => {}): Deno.Kv {
  const named = async <Value>(call: Promise<Value>): Promise<Value> => {
    try {
      return await call;
    } catch (error) {
      onFailure(error);
      throw asStoreFailure(error);
    }
  };
  return instead(kv, {
    get: (...given: Parameters<typeof kv.get>) => named(kv.get(...given)),
    getMany: (...given: Parameters<typeof kv.getMany>) => named(kv.getMany(...given)),
    set: (...given: Parameters<typeof kv.set>) => named(kv.set(...given)),
    delete: (...given: Parameters<typeof kv.delete>) => named(kv.delete(...given)),
    list: (...given: Parameters<typeof kv.list>) => namedList(kv.list(...given), named),
    atomic: () => namedAtomic(kv.atomic(), named),
  });
}

/** Waits for a call, and names its failure. */
type Named = <Value>(call: Promise<Value>) => Promise<Value>;

/** An object with some of its members replaced. Its own methods keep it as their `this`. */
function instead<Original extends object>(original: Original, members: object): Original {
  return new Proxy(original, {
    get(target, name) {
      const own: unknown = Reflect.get(members, name);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function namedList<Value>(list: Deno.KvListIterator<Value>, named: Named): Deno.KvListIterator<Value> {
  const own: Deno.KvListIterator<Value> = instead(list, {
    next: () => named(list.next()),
    [Symbol.asyncIterator]: () => own,
  });
  return own;
}

function namedAtomic(atomic: Deno.AtomicOperation, named: Named): Deno.AtomicOperation {
  const own: Deno.AtomicOperation = instead(atomic, {
    commit: () => named(atomic.commit()),
    check: (...args: Parameters<typeof atomic.check>) => (atomic.check(...args), own),
    set: (...args: Parameters<typeof atomic.set>) => (atomic.set(...args), own),
    delete: (...args: Parameters<typeof atomic.delete>) => (atomic.delete(...args), own),
    sum: (...args: Parameters<typeof atomic.sum>) => (atomic.sum(...args), own),
  });
  return own;
}
