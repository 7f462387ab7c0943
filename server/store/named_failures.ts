import { asStoreFailure } from "./store_unavailable.ts";

/**
 * The same database, whose failures say whose they are: what it could not do is a {@link StoreUnavailable}. Whoever
 * answers for a request then need not try the database out to know.
 */
export function namedFailures(kv: Deno.Kv): Deno.Kv {
  const calls: Partial<Deno.Kv> = {
    get: (...args: Parameters<Deno.Kv["get"]>) => named(kv.get(...args)) as never,
    getMany: (...args: Parameters<Deno.Kv["getMany"]>) => named(kv.getMany(...args)) as never,
    set: (...args) => named(kv.set(...args)),
    delete: (...args) => named(kv.delete(...args)),
    list: ((...args: Parameters<Deno.Kv["list"]>) => namedList(kv.list(...args))) as Deno.Kv["list"],
    atomic: () => namedAtomic(kv.atomic()),
  };
  return instead(kv, calls);
}

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

async function named<Value>(call: Promise<Value>): Promise<Value> {
  try {
    return await call;
  } catch (error) {
    throw asStoreFailure(error);
  }
}

function namedList<Value>(list: Deno.KvListIterator<Value>): Deno.KvListIterator<Value> {
  const own: Deno.KvListIterator<Value> = instead(list, {
    next: () => named(list.next()),
    [Symbol.asyncIterator]: () => own,
  });
  return own;
}

function namedAtomic(atomic: Deno.AtomicOperation): Deno.AtomicOperation {
  const own: Deno.AtomicOperation = instead(atomic, {
    commit: () => named(atomic.commit()),
    check: (...args: Parameters<typeof atomic.check>) => (atomic.check(...args), own),
    set: (...args: Parameters<typeof atomic.set>) => (atomic.set(...args), own),
    delete: (...args: Parameters<typeof atomic.delete>) => (atomic.delete(...args), own),
    sum: (...args: Parameters<typeof atomic.sum>) => (atomic.sum(...args), own),
  });
  return own;
}
